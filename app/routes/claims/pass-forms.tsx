import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import { yuanText } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { StepForm } from "./step-form";

/** The buttons of the offices that have not approved yet. */
export function Approve({ head }: { readonly head: ClaimHead }) {
  const { mayApproveHrss, mayApprovePoverty, hands } = head;
  const buttons = [
    ...(mayApproveHrss && hands.hrss === null ? [["HRSS", "人社部门批准"] as const] : []),
    ...(mayApprovePoverty && hands.poverty === null
      ? [["POVERTY", "扶贫（沪滇协作）部门批准"] as const]
      : []),
  ];
  const isLast = hands.hrss !== null || hands.poverty !== null;
  const amount = `${head.lineCount} 条明细，${yuanText(head.totalFen)}`;
  const note = isLast
    ? `${amount}；另一个部门已经批准，批准后从“${head.potName}”占用资金`
    : `${amount}；批准时重新核查一次，两个部门都批准后占用资金`;
  return <Pass head={head} title="审批" note={note} buttons={buttons} />;
}

interface PassProps {
  readonly head: ClaimHead;
  readonly title: string;
  readonly note: string;
  readonly buttons: readonly (readonly [string, string])[];
}

/** A step that only says yes. */
export function Pass({ head, title, note, buttons }: PassProps) {
  if (buttons.length === 0) return null;
  return (
    <Card title={title} note={note}>
      <StepForm head={head}>
        <div className="flex flex-wrap gap-3">
          {buttons.map(([intent, label]) => (
            <SubmitButton key={intent} name="intent" value={intent} pendingLabel="正在办理…">
              {label}
            </SubmitButton>
          ))}
        </div>
      </StepForm>
    </Card>
  );
}
