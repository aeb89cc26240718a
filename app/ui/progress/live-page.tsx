import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

interface LivePageProps {
  /** While true the page keeps itself up to date. */
  readonly active: boolean;
  readonly seconds?: number;
}

/** Reloads the page's data every few seconds; without scripts the browser reloads the page itself. */
export function LivePage({ active, seconds = 2 }: LivePageProps) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!active || state !== "idle") return undefined;
    const timer = setTimeout(() => {
      // A tab nobody looks at asks nothing.
      if (document.visibilityState === "visible") revalidate();
    }, seconds * 1000);
    return () => clearTimeout(timer);
  }, [active, seconds, revalidate, state]);
  useEffect(() => {
    if (!active) return undefined;
    const wake = () => document.visibilityState === "visible" && revalidate();
    document.addEventListener("visibilitychange", wake);
    return () => document.removeEventListener("visibilitychange", wake);
  }, [active, revalidate]);
  if (!active) return null;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(Math.max(seconds, 3))} />
    </noscript>
  );
}
