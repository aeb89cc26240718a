import { Form } from "@remix-run/react";
import type { LineProof } from "~/data/evidence/line-ink-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";
import { chinaMinute } from "~/ui/frame/frame-data";
import { nameOf } from "./line-proofs";

interface VoidInkFormProps {
  /** Those that stand; what came from paper is voided at its page. */
  readonly proofs: readonly LineProof[];
  readonly feedback: Feedback | undefined;
}

export function VoidInkForm({ proofs, feedback }: VoidInkFormProps) {
  const options = proofs
    .filter(({ method }) => method !== "paper")
    .map((proof) => ({
      value: proof.id,
      label: `${nameOf(proof)}，${chinaMinute(proof.givenAt)}`,
    }));
  if (options.length === 0) return null;
  return (
    <Card
      title="作废签字手印"
      note="签错、签给别人或不是本人签的，由经办人作废后重新采集；原图和原因仍然保留"
    >
      <Form method="post" className="max-w-2xl">
        <FormFeedback feedback={feedback}>
          <RadioGroup
            name="proofId"
            label="作废哪一项"
            required
            options={options}
            defaultValue={options.length === 1 ? options[0]?.value : undefined}
            className="mb-3"
          />
          <TextAreaField
            name="reason"
            label="作废原因"
            hint="如 签的是别人的名字、误点提交、不是本人签的"
            required
            rows={2}
            maxLength={200}
            className="mb-3"
          />
        </FormFeedback>
        <SubmitButton variant="danger" pendingLabel="正在作废…">
          作废
        </SubmitButton>
      </Form>
    </Card>
  );
}
