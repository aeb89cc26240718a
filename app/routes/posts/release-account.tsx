import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";

/** The reviewer's word that the number is right although the bank gave it back. */
export function ReleaseAccount(props: {
  readonly version: number;
  readonly feedback: (Feedback & { readonly intent?: string }) | undefined;
}) {
  const { version, feedback } = props;
  return (
    <Card
      title="准许再发往原账号"
      note="银行退回过的账号不再代发；确属银行差错、账号无误的，写明依据后准许"
      className="max-w-3xl"
    >
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <FormFeedback feedback={feedback?.intent === "release" ? feedback : undefined}>
          <TextAreaField
            name="reason"
            label="准许的依据"
            hint="如 银行来电说明系统故障，账号、户名经核对无误"
            required
            rows={2}
            maxLength={200}
          />
        </FormFeedback>
        <div className="mt-3">
          <SubmitButton name="intent" value="release">
            准许再发
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
