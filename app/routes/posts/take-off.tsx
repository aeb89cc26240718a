import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";

interface TakeOffProps {
  /** Of a sheet that is written, or of one that was passed. */
  readonly intent: "takeOff" | "drop";
  readonly version: number;
  readonly name: string;
  readonly feedback: (Feedback & { readonly intent?: string }) | undefined;
}

/** Takes one person off a sheet. */
export function TakeOff({ intent, version, name, feedback }: TakeOffProps) {
  return (
    <Card
      title="移出本表"
      note={
        intent === "takeOff"
          ? "重新生成时不再列入；以后可以列入另一张工资表"
          : "暂时发不出去的，移出后其他人可以锁定；以后可以列入另一张工资表"
      }
      className="max-w-3xl"
    >
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <FormFeedback feedback={feedback?.intent === intent ? feedback : undefined}>
          <TextAreaField name="reason" label="移出原因" required rows={2} maxLength={200} />
        </FormFeedback>
        <div className="mt-3">
          <SubmitButton name="intent" value={intent} variant="danger">
            {`将${name}移出本表`}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
