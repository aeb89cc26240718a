import { Form } from "@remix-run/react";
import type { WageSheetHead } from "~/data/posts/wage-sheet-head-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { WageReasonCard, type WageFeedback } from "./wage-reason-card";

interface StepProps {
  readonly head: WageSheetHead;
  readonly feedback: WageFeedback;
}

/** The buttons of whose turn it is. */
export function WageSheetActions({ head }: Pick<StepProps, "head">) {
  const { state, mayWrite, mayReview, mayLock } = head;
  const isOpen = state === "draft" || state === "returned";
  return (
    <>
      {isOpen && mayWrite && (
        <>
          <Step head={head} intent="redraw" label="按考勤重新生成" variant="default" />
          <Step head={head} intent="submit" label="报审" variant="primary" />
        </>
      )}
      {state === "submitted" && mayReview && (
        <Step head={head} intent="approve" label="审核通过" variant="primary" />
      )}
      {state === "approved" && mayLock && (
        <Step head={head} intent="lock" label="锁定本月" variant="primary" />
      )}
    </>
  );
}

function Step(props: {
  readonly head: WageSheetHead;
  readonly intent: string;
  readonly label: string;
  readonly variant: "primary" | "default";
}) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={props.head.version} />
      <SubmitButton name="intent" value={props.intent} variant={props.variant}>
        {props.label}
      </SubmitButton>
    </Form>
  );
}

interface ReasonsProps extends StepProps {
  readonly counts: Readonly<Record<"signed" | "sent" | "paid", number>>;
}

/** Steps that want a reason: giving the sheet back, and removing one that is not handed in. */
export function WageSheetReasons({ head, feedback, counts }: ReasonsProps) {
  const { state, version, mayWrite, mayReview } = head;
  const isOpen = state === "draft" || state === "returned";
  // Somebody has signed, or money is out or on its way: then it no longer goes back.
  const isUnderWay = counts.signed + counts.sent + counts.paid > 0;
  return (
    <>
      {(state === "submitted" || (state === "approved" && !isUnderWay)) && mayReview && (
        <WageReasonCard
          {...{ version, feedback }}
          intent="return"
          title="退回工资表"
          button="退回工资表"
          variant="danger"
          note={
            state === "approved"
              ? "审核通过后，没有人签收、没有送银行的才能退回"
              : "退回后由经办人更正，再次报审"
          }
          label="退回原因"
        />
      )}
      {isOpen && mayWrite && (
        <WageReasonCard
          {...{ version, feedback }}
          intent="remove"
          title="撤销工资表"
          button="撤销工资表"
          variant="danger"
          note="撤销后只供查看，人员可以列入另一张工资表"
          label="撤销原因"
        />
      )}
    </>
  );
}
