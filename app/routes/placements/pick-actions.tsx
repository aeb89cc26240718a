import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";

/** What can be done with the lines picked in the table: each opens a page that lists them. */
export function PickActions({ formId }: { readonly formId: string }) {
  return (
    <Form
      id={formId}
      method="get"
      action="/placements/evidence"
      className="mb-2 flex flex-wrap gap-2"
    >
      <SubmitButton variant="default" icon="import" pendingLabel="正在打开…">
        为所选人员上传佐证
      </SubmitButton>
      <SubmitButton variant="default" formAction="/placements/batch" pendingLabel="正在打开…">
        关联输出批次
      </SubmitButton>
    </Form>
  );
}
