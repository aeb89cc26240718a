import { FAIR_GAP_LABELS, type FairGap } from "~/domain/employers/job-fair";
import { StateBadge } from "~/ui/display/badge";

/** Whether the fair counts toward the county's target; what is missing stands beside it in words. */
export function CountsBadge({ gaps }: { readonly gaps: readonly FairGap[] }) {
  if (gaps.length === 0) return <StateBadge label="计入目标" tone="success" />;
  if (gaps.includes("notYetHeld")) return <StateBadge label="尚未举办" tone="neutral" />;
  return <StateBadge label="未计入目标" tone="warning" />;
}

export function gapText(gaps: readonly FairGap[]): string {
  return gaps.map((gap) => FAIR_GAP_LABELS[gap]).join("；");
}
