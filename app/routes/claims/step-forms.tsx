import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import { yuanText } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";
import { Approve, Pass } from "./pass-forms";
import { StepForm } from "./step-form";

export type StepFeedback = (Feedback & { readonly intent?: string }) | undefined;

interface StepFormsProps {
  readonly head: ClaimHead;
  readonly feedback: StepFeedback;
}

/** Whose turn it is, if the reader's. */
function turnOf(head: ClaimHead): "submit" | "review" | "approve" | null {
  const { state, isRemoved, isOwn } = head;
  if (isRemoved) return null;
  if ((state === "draft" || state === "returned") && head.mayWrite) {
    return head.lineCount === 0 || (head.check?.blockedLines ?? 0) > 0 ? null : "submit";
  }
  if (isOwn) return null;
  if (state === "submitted" && head.mayReview) return "review";
  return state === "reviewed" && (head.mayApproveHrss || head.mayApprovePoverty) ? "approve" : null;
}

/** Whether `StepForms` shows the reader anything. */
export function hasStep(head: ClaimHead): boolean {
  return turnOf(head) !== null;
}

/** The forms of whose turn it is; nothing for who has none. */
export function StepForms({ head, feedback }: StepFormsProps) {
  const turn = turnOf(head);
  if (turn === null) return null;
  if (turn === "submit") return <Submit head={head} feedback={feedback} />;
  return (
    <>
      {turn === "review" ? (
        <Pass
          head={head}
          title="复核"
          note={`${head.lineCount} 条明细，${yuanText(head.totalFen)}；通过后送人社、扶贫两个部门审批`}
          buttons={[["review", "复核通过"]]}
        />
      ) : (
        <Approve head={head} />
      )}
      <Return head={head} feedback={feedback} />
    </>
  );
}

function Submit({ head, feedback }: StepFormsProps) {
  const warned = head.check?.warnedLines ?? 0;
  return (
    <Card title="报送" note="报送时重新核查一次；有不能报送的明细会退回本页">
      <StepForm head={head}>
        <FormFeedback feedback={feedback?.intent === "submit" ? feedback : undefined}>
          <TextAreaField
            name="note"
            label="报送说明"
            hint={
              warned > 0
                ? `${warned} 条明细有需要说明的情况，写明为什么仍然申领`
                : "没有需要说明的可以不写"
            }
            required={warned > 0}
            rows={2}
            maxLength={500}
            defaultValue={head.note}
          />
        </FormFeedback>
        <div className="mt-3">
          <SubmitButton name="intent" value="submit" pendingLabel="正在核查、报送…">
            报送
          </SubmitButton>
        </div>
      </StepForm>
    </Card>
  );
}

function Return({ head, feedback }: StepFormsProps) {
  return (
    <Card
      title="退回"
      note="退回后由经办人更正，再次报送；已有的复核和批准作废"
      className="max-w-3xl"
    >
      <StepForm head={head}>
        <FormFeedback feedback={feedback?.intent === "return" ? feedback : undefined}>
          <TextAreaField name="reason" label="退回原因" required rows={2} maxLength={200} />
        </FormFeedback>
        <div className="mt-3">
          <SubmitButton name="intent" value="return" variant="danger">
            退回
          </SubmitButton>
        </div>
      </StepForm>
    </Card>
  );
}
