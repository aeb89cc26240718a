import { NOTICE_STATE_LABELS, type NoticeState } from "~/domain/posts/notice";
import { StateBadge } from "~/ui/display/badge";

const TONES = { open: "warning", closed: "success", withdrawn: "neutral" } as const;

/** 公示中, 已结束 or 已撤回. */
export function NoticeBadge({ state }: { readonly state: NoticeState }) {
  return <StateBadge label={NOTICE_STATE_LABELS[state]} tone={TONES[state]} />;
}
