import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";

interface RemoveCardProps {
  /** What stays and what ends with it. */
  readonly note: string;
  readonly version: number;
  readonly feedback: Feedback | undefined;
}

/** For what was registered by mistake: it stays, with the reason, and counts no more. */
export function RemoveCard({ note, version, feedback }: RemoveCardProps) {
  return (
    <Card title="撤销登记" note={note} className="max-w-4xl">
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="version" value={version} />
        <FormFeedback feedback={feedback}>
          <TextField
            name="reason"
            label="撤销原因"
            required
            maxLength={300}
            className="w-full md:w-96"
          />
        </FormFeedback>
        <SubmitButton variant="danger" name="intent" value="remove" pendingLabel="正在撤销…">
          撤销登记
        </SubmitButton>
      </Form>
    </Card>
  );
}
