import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import { TONE_BOX, TONE_ICON } from "../tone";
import type { Tone } from "../tone";

type NoticeKind = "info" | "success" | "warning" | "error";

const TONE: Record<NoticeKind, Tone> = {
  info: "info",
  success: "success",
  warning: "warning",
  error: "danger",
};

const WORD: Record<NoticeKind, string> = {
  info: "提示",
  success: "成功",
  warning: "注意",
  error: "错误",
};

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read aloud when it appears after an action. */
  readonly live?: boolean;
}

export function Notice({ kind, title, children, actions, live }: NoticeProps) {
  const tone = TONE[kind];
  return (
    <div
      role={live ? (kind === "error" ? "alert" : "status") : undefined}
      className={classNames("mb-4 flex items-start gap-2 rounded border px-3 py-2", TONE_BOX[tone])}
    >
      <Icon name={kind === "warning" ? "warning" : TONE_ICON[tone]} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <span className="sr-only">{WORD[kind]}：</span>
        {title && <strong className="block font-semibold">{title}</strong>}
        {children}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
