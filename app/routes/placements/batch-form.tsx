import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField, type Option } from "~/ui/forms/select-field";

interface BatchFormProps {
  readonly ids: readonly string[];
  readonly batches: readonly Option[];
  readonly feedback: Feedback | undefined;
}

/** Chooses the batch on which the lines are to hang; a county without any is led to where it enters one. */
export function BatchForm({ ids, batches, feedback }: BatchFormProps) {
  if (batches.length === 0) {
    return (
      <p>
        本县还没有输出批次，
        <Link to="/labour-batches/new" className="text-brand-600 underline">
          先登记一批
        </Link>
        。
      </p>
    );
  }
  return (
    <Form method="post" className="space-y-4">
      <input type="hidden" name="placementIds" value={ids.join(",")} />
      <FormFeedback feedback={feedback}>
        <SelectField name="batchId" label="输出批次" options={batches} required />
      </FormFeedback>
      <SubmitButton pendingLabel="正在关联…">关联</SubmitButton>
    </Form>
  );
}
