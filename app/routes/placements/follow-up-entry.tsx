import { Form } from "@remix-run/react";
import { METHOD_LABELS, METHODS, OUTCOME_LABELS, OUTCOMES } from "~/domain/placements/follow-up";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

interface FollowUpEntryProps {
  readonly version: number;
  readonly today: string;
  /** What the work list's key chose. */
  readonly outcome: string;
  readonly feedback: Feedback | undefined;
}

export const FOLLOW_UP_FIELDS = [
  "outcome",
  "contactedOn",
  "method",
  "endedOn",
  "monthlyWageFen",
  "note",
  "helpAsked",
] as const;

const HINTS: Readonly<Record<string, string>> = {
  CHANGED_JOB: "须填最后工作日；登记后可登记新就业",
  RETURNED_HOME: "须填最后工作日",
  NO_ANSWER: "过几天再联系；连续 3 次转劳务工作站寻找",
  LOST: "确认联系不上，不再安排回访",
};

/** The whole entry of one contact. */
export function FollowUpEntry({ version, today, outcome, feedback }: FollowUpEntryProps) {
  return (
    <Card title="登记回访" className="mb-4">
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
            <RadioGroup
              name="outcome"
              label="回访结果"
              required
              defaultValue={outcome}
              options={OUTCOMES.map((value) => ({
                value,
                label: OUTCOME_LABELS[value],
                ...(HINTS[value] !== undefined && { hint: HINTS[value] }),
              }))}
            />
            <div className="space-y-4">
              <DateField name="contactedOn" label="回访日期" required defaultValue={today} />
              <SelectField
                name="method"
                label="回访方式"
                required
                emptyLabel={null}
                defaultValue="PHONE"
                options={METHODS.map((value) => ({ value, label: METHOD_LABELS[value] }))}
              />
              <DateField name="endedOn" label="最后工作日（换岗、返乡的填写）" />
              <TextField
                name="monthlyWageFen"
                label="现月工资（元）"
                hint="没有问到的不填"
                inputMode="decimal"
                maxLength={12}
              />
            </div>
            <TextAreaField name="note" label="情况说明" rows={3} maxLength={200} />
            <TextAreaField
              name="helpAsked"
              label="需要的帮助"
              hint="如 讨薪、子女入学、换岗；填写后列入“求助待办理”"
              rows={3}
              maxLength={200}
            />
          </div>
          <SubmitButton className="mt-4" pendingLabel="正在登记…">
            登记回访
          </SubmitButton>
        </FormFeedback>
      </Form>
    </Card>
  );
}
