import { Form } from "@remix-run/react";
import { SubmitButton } from "../actions/submit-button";
import { Card } from "../display/card";
import type { IconName } from "../icon";
import { FormFeedback, type Feedback } from "./form-feedback";
import { TextField } from "./text-field";

interface ReasonCardProps {
  readonly title: string;
  readonly note?: string;
  readonly className?: string;
  /** Of what is changed; none where nothing is. */
  readonly version?: number;
  /** How many things the page showed, where that many and no other are meant. */
  readonly seen?: number;
  readonly field: {
    readonly name?: string;
    readonly label: string;
    readonly hint?: string;
    readonly maxLength?: number;
  };
  readonly button: {
    readonly intent: string;
    readonly label: string;
    readonly pendingLabel: string;
    readonly variant?: "default" | "danger";
    readonly icon?: IconName;
  };
  readonly feedback: Feedback | undefined;
}

/** A step that asks for one line, mostly its reason, and is done with one button. */
export function ReasonCard({ version, seen, field, button, feedback, ...card }: ReasonCardProps) {
  const { intent, label, ...look } = button;
  return (
    <Card {...card}>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
        <FormFeedback feedback={feedback}>
          <TextField name="reason" maxLength={200} {...field} required className="w-full md:w-96" />
        </FormFeedback>
        <SubmitButton name="intent" value={intent} {...look}>
          {label}
        </SubmitButton>
      </Form>
    </Card>
  );
}
