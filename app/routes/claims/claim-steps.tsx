import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import { Card } from "~/ui/display/card";
import { Timeline, type TimelineEntry } from "~/ui/display/timeline";
import { chinaMinute } from "~/ui/frame/frame-data";
import { StepForms } from "./step-forms";

const STEPS = [
  ["created", "编制"],
  ["submitted", "报送"],
  ["reviewed", "复核通过"],
  ["hrss", "人社部门批准"],
  ["poverty", "扶贫（沪滇协作）部门批准"],
] as const;

/** What the reader may do with the claim now, and who did what before. */
export function ClaimSteps({ head }: { readonly head: ClaimHead }) {
  return (
    <>
      <StepForms head={head} feedback={undefined} />
      <Card title="办理经过" className="mt-4">
        <Timeline label="办理经过" entries={entriesOf(head)} />
        {head.note !== "" && head.rounds.length === 0 && (
          <p className="mt-2 text-slate-700">{`报送说明：${head.note}`}</p>
        )}
      </Card>
    </>
  );
}

const ROUND_TITLES: Readonly<Record<string, string>> = {
  "claim.draw": "编制",
  "claim.submit": "报送",
  "claim.return": "退回",
  "claim.review": "复核通过",
  "claim.approveHrss": "人社部门批准",
  "claim.approvePoverty": "扶贫（沪滇协作）部门批准",
};

/** Every round where the reader may see them; else the hands it went through last. */
function entriesOf({ hands, rounds }: ClaimHead): TimelineEntry[] {
  if (rounds.length > 0) {
    return rounds.map(({ key, action, at, name, reason }) => ({
      ...{ key, title: ROUND_TITLES[action] ?? action, at: chinaMinute(at), actor: name },
      ...(reason !== "" && { detail: reason }),
      ...(action === "claim.return" && { tone: "warning" as const }),
    }));
  }
  return STEPS.flatMap(([key, title]) => {
    const hand = hands[key];
    return hand === null ? [] : [{ key, title, at: chinaMinute(hand.at), actor: hand.name }];
  });
}
