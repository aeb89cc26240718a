import { Form } from "@remix-run/react";
import {
  AFTER_WITHDRAWAL,
  CONSENT_PURPOSE_LABELS,
  CONSENT_PURPOSES,
  WITHDRAWAL_WAY_LABELS,
  type ConsentPurpose,
} from "~/domain/evidence/consent";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

interface ConsentCardProps {
  readonly standing: readonly ConsentPurpose[];
  readonly feedback: Feedback | undefined;
}

/** What ends and what stays is said before anything is sent. */
export function WithdrawConsentCard({ standing, feedback }: ConsentCardProps) {
  if (standing.length === 0) return null;
  return (
    <Card title="撤回同意" note="本人随时可以撤回，不需要理由充分，如实记下他说的话即可">
      <Form method="post" className="max-w-3xl space-y-4">
        <input type="hidden" name="intent" value="withdraw" />
        <FormFeedback feedback={feedback}>
          <RadioGroup
            name="purpose"
            label="撤回的事项"
            required
            options={standing.map((value) => ({
              value,
              label: CONSENT_PURPOSE_LABELS[value],
              hint: (
                <>
                  <span className="block">停止：{AFTER_WITHDRAWAL[value].ends}</span>
                  <span className="block">保留：{AFTER_WITHDRAWAL[value].stays}</span>
                </>
              ),
            }))}
          />
          <SelectField
            name="way"
            label="提出的方式"
            required
            options={Object.entries(WITHDRAWAL_WAY_LABELS).map(([value, label]) => ({
              value,
              label,
            }))}
          />
          <TextAreaField name="reason" label="本人说的原因" required rows={2} maxLength={200} />
          <SubmitButton variant="danger" pendingLabel="正在撤回…">
            撤回同意
          </SubmitButton>
        </FormFeedback>
      </Form>
    </Card>
  );
}

export function GiveConsentCard(props: ConsentCardProps & { readonly today: string }) {
  const open = CONSENT_PURPOSES.filter((purpose) => !props.standing.includes(purpose));
  if (open.length === 0) return null;
  return (
    <Card
      title="登记纸面同意"
      note="学员在纸质告知书上签了字的，在这里登记；告知书可在“告知书”中打印"
    >
      <Form method="post" className="max-w-3xl space-y-4">
        <input type="hidden" name="intent" value="give" />
        <FormFeedback feedback={props.feedback}>
          <SelectField
            id={props.standing.length === 0 ? undefined : "field-purpose-given"}
            name="purpose"
            label="同意的事项"
            required
            options={open.map((value) => ({ value, label: CONSENT_PURPOSE_LABELS[value] }))}
          />
          <DateField name="givenOn" label="同意日期" required defaultValue={props.today} />
          <TextField name="witness" label="见证人" required maxLength={30} />
          <SubmitButton pendingLabel="正在登记…">登记同意</SubmitButton>
        </FormFeedback>
      </Form>
    </Card>
  );
}
