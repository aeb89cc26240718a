import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";

/** What a form of a wage sheet's pages answered, and which of them it was. */
export type WageFeedback = (Feedback & { readonly intent?: string }) | undefined;

interface WageReasonCardProps {
  readonly title: string;
  readonly note: string;
  readonly version: number;
  readonly intent: string;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly variant?: "danger";
  readonly feedback: WageFeedback;
}

/** A step of a wage sheet or of one of its lines that wants its reason in a few lines. */
export function WageReasonCard(props: WageReasonCardProps) {
  const { title, note, version, intent, button, feedback, variant, ...field } = props;
  return (
    <Card title={title} note={note} className="max-w-3xl">
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <FormFeedback feedback={feedback?.intent === intent ? feedback : undefined}>
          <TextAreaField name="reason" {...field} required rows={2} maxLength={200} />
        </FormFeedback>
        <div className="mt-3">
          <SubmitButton name="intent" value={intent} {...(variant && { variant })}>
            {button}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
