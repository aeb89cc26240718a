import { NOTICE_STATE_LABELS, type NoticeState } from "~/domain/posts/notice";
import { StateBadge } from "~/ui/display/badge";

const TONES = { open: "warning", closed: "success", withdrawn: "neutral" } as const;

interface NoticeBadgeProps {
  readonly state: NoticeState;
  /** 补录: entered after it hung. */
  readonly isLate: boolean;
}

/** 公示中, 已结束 or 已撤回; with 补录 where it was entered afterwards. */
export function NoticeBadge({ state, isLate }: NoticeBadgeProps) {
  const label = NOTICE_STATE_LABELS[state];
  return <StateBadge label={isLate ? `${label} · 补录` : label} tone={TONES[state]} />;
}
