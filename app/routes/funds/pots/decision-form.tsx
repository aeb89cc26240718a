import { Form } from "@remix-run/react";
import {
  ADJUSTMENT_STATE_LABELS,
  decisionsOn,
  type AdjustmentKind,
} from "~/domain/funds/adjustment";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";

interface DecisionFormProps {
  readonly kind: AdjustmentKind;
  readonly feedback: Feedback | undefined;
}

/** Files, approves or refuses a change. */
export function DecisionForm({ kind, feedback }: DecisionFormProps) {
  return (
    <Card title="办理意见" className="max-w-4xl">
      <Form method="post" className="space-y-4">
        <FormFeedback feedback={feedback}>
          <RadioGroup
            name="state"
            label="意见"
            required
            inline
            options={decisionsOn(kind).map((value) => {
              return { value, label: ADJUSTMENT_STATE_LABELS[value] };
            })}
          />
          <TextAreaField name="decision" label="说明" required rows={3} maxLength={300} />
        </FormFeedback>
        <SubmitButton pendingLabel="正在办理…">办理</SubmitButton>
      </Form>
    </Card>
  );
}
