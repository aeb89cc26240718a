import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

interface LivePageProps {
  /** While true the page keeps itself up to date. */
  readonly active: boolean;
  readonly seconds?: number;
}

/** Reloads the page's data every few seconds; without scripts the browser reloads the page itself. */
export function LivePage({ active, seconds = 2 }: LivePageProps) {
  const { revalidate, state } = useRevalidator();
  const asking = useRef(false);
  useEffect(() => {
    asking.current = state !== "idle";
  }, [state]);
  useEffect(() => {
    if (!active) return undefined;
    // Not a timer set anew after each answer: on a busy machine React passes from "idle" over "loading" to "idle" in
    // one step, no effect runs, and the page would stand still for good.
    const timer = setInterval(() => {
      // A tab nobody looks at asks nothing.
      if (document.visibilityState === "visible" && !asking.current) revalidate();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [active, seconds, revalidate]);
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
