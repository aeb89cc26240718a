import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { IDLE_LIMIT_MS, TOUCH_EVERY_MS, WARN_BEFORE_MS } from "~/domain/access/session-limits";
import { Button } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";

/** The server may have noted the last request up to a minute early: the page reckons with that. */
const SURE_TO_LIVE_MS = IDLE_LIMIT_MS - TOUCH_EVERY_MS;

interface SessionWarningProps {
  /** When the frame was made: a page that loads itself anew tells the server that somebody is here. */
  readonly lastAsked: string;
}

/** Says before the session runs out, and keeps it for who is still there. Without scripts the draft takes over. */
export function SessionWarning({ lastAsked }: SessionWarningProps) {
  const { revalidate, state } = useRevalidator();
  // So does going to another page, though the frame stays as it is.
  const { key } = useLocation();
  const secondsLeft = useSecondsLeft(`${lastAsked} ${key}`);
  if (secondsLeft === null) return null;
  return (
    <div className="fixed inset-x-0 bottom-0 z-50 mx-auto max-w-xl px-3 print:hidden">
      {secondsLeft > 0 ? (
        <Notice
          kind="warning"
          live
          title="长时间没有操作，即将自动退出"
          actions={
            <Button variant="primary" onClick={revalidate} disabled={state !== "idle"}>
              继续使用
            </Button>
          }
        >
          还有 <span aria-live="off">{secondsLeft}</span> 秒。
        </Notice>
      ) : (
        <Notice kind="warning" live title="登录已超时">
          可以继续填写：提交时会先请您登录，已填写的内容会保留。
        </Notice>
      )}
    </div>
  );
}

/** Null while there is plenty of time. Reckons with the clock, for a sleeping computer counts no seconds. */
function useSecondsLeft(lastAsked: string): number | null {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  useEffect(() => {
    const endsAt = Date.now() + SURE_TO_LIVE_MS;
    setSecondsLeft(null);
    const timer = setInterval(() => {
      const left = endsAt - Date.now();
      if (left <= WARN_BEFORE_MS) setSecondsLeft(Math.max(0, Math.ceil(left / 1000)));
    }, 1_000);
    return () => clearInterval(timer);
  }, [lastAsked]);
  return secondsLeft;
}
