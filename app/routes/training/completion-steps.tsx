import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { ClassHead } from "~/data/training/class-head-view.server";
import type { CompletionPage } from "~/data/training/completion-view.server";
import { completionBlockers } from "~/domain/training/completion";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { DateField, TextAreaField } from "~/ui/forms/text-field";
import { ProblemList } from "~/ui/tables/problem-list";
import { blockerText } from "./completion-blockers";

interface CompletionStepsProps {
  readonly head: SerializeFrom<ClassHead>;
  readonly page: SerializeFrom<CompletionPage>;
  readonly mayWrite: boolean;
  readonly feedback: Feedback | undefined;
}

/** Where the class stands, and the step that comes next: to complete it, or to take that back. */
export function CompletionSteps(props: CompletionStepsProps) {
  const { head, page, mayWrite } = props;
  if (head.completedOn !== null) {
    const by = page.completedBy === "" ? "" : `，办理人 ${page.completedBy}`;
    return (
      <Card title="结业情况">
        <p className="mb-3">{`本班已于 ${head.completedOn} 结业${by}。`}</p>
        {mayWrite && !head.isSealed && <TakeBack feedback={props.feedback} />}
      </Card>
    );
  }
  if (head.isSealed) return null;
  return <Complete {...props} />;
}

function Complete({ head, page, mayWrite, feedback }: CompletionStepsProps) {
  const { state } = page;
  const lastOn = state.sessions.at(-1)?.heldOn ?? head.endsOn;
  const blockers = completionBlockers({ ...state, completedOn: lastOn });
  return (
    <Card
      title="办理结业"
      note={blockers.length === 0 ? "条件已具备" : `还有 ${blockers.length} 项`}
    >
      {blockers.length > 0 && (
        <div className="mb-4">
          <ProblemList
            label="结业前还缺"
            problems={blockers.map((blocker) => ({
              severity: "warning",
              message: blockerText(blocker),
            }))}
          />
        </div>
      )}
      {mayWrite && (
        <Form method="post">
          <FormFeedback feedback={feedback}>
            <DateField
              name="completedOn"
              label="结业日期"
              hint="不早于最后一次课，不晚于今天"
              required
              defaultValue={lastOn}
              className="mb-3"
            />
            <SubmitButton name="intent" value="complete" pendingLabel="正在办理…">
              办理结业
            </SubmitButton>
          </FormFeedback>
        </Form>
      )}
    </Card>
  );
}

function TakeBack({ feedback }: { readonly feedback: Feedback | undefined }) {
  return (
    <Form method="post" className="max-w-2xl">
      <FormFeedback feedback={feedback}>
        <TextAreaField
          name="reason"
          label="撤回原因"
          hint="封存前可以撤回，如 漏登学员 1 人的成绩"
          required
          rows={2}
          maxLength={200}
          className="mb-3"
        />
        <SubmitButton name="intent" value="takeBack" variant="danger" pendingLabel="正在撤回…">
          撤回结业
        </SubmitButton>
      </FormFeedback>
    </Form>
  );
}
