import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Notice } from "~/ui/display/notice";

const ASK_EVERY_MS = 2_000;

/**
 * Says that pictures are still being read, and shows them when they are. It asks for their number and
 * not for the page: every showing of the page is a look at the pictures, and leaves its mark.
 */
export function MediaWaiting(props: { readonly classId: string; readonly waiting: number }) {
  const { classId, waiting } = props;
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (waiting === 0) return undefined;
    const timer = setInterval(() => {
      void stillWaiting(classId).then((count) => {
        if (count !== null && count !== waiting) revalidate();
      });
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [classId, waiting, revalidate]);
  if (waiting === 0) return null;
  return (
    <Notice kind="info" live>
      {waiting} 份影像正在读取，读完后显示缩略图。
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
    </Notice>
  );
}

/** A broken line changes nothing: it is asked again. */
async function stillWaiting(classId: string): Promise<number | null> {
  try {
    const answer = await fetch(`/classes/${classId}/media/waiting`);
    if (!answer.ok) return null;
    const { waiting } = (await answer.json()) as { waiting: number };
    return waiting;
  } catch {
    return null;
  }
}
