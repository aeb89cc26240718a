import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { TextAreaField } from "~/ui/forms/text-field";

/** Takes a picture out of the count; it is never deleted. */
export function MediaSetAside() {
  return (
    <Card
      title="不作佐证"
      note="传错课次、画面无关等情形。影像仍保留可查，只是不再计数，不能恢复。"
    >
      <Form method="post" className="max-w-xl space-y-3">
        <TextAreaField name="reason" label="理由" rows={2} maxLength={200} required />
        <SubmitButton name="intent" value="setAside" variant="danger">
          标为不作佐证
        </SubmitButton>
      </Form>
    </Card>
  );
}
