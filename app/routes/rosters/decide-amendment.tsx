import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";

/** 同意 or 不同意, by another person than the one who proposed. */
export function DecideAmendment({ feedback }: { readonly feedback: Feedback | undefined }) {
  return (
    <Card title="审核" className="max-w-3xl print:hidden">
      <Form method="post">
        <FormFeedback feedback={feedback}>
          <TextAreaField
            name="note"
            label="审核意见"
            hint="不同意的，须写明理由"
            rows={3}
            maxLength={500}
            className="mb-4"
          />
        </FormFeedback>
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="intent" value="approve" pendingLabel="正在审核…">
            同意更正
          </SubmitButton>
          <SubmitButton name="intent" value="refuse" variant="danger" pendingLabel="正在审核…">
            不同意
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
