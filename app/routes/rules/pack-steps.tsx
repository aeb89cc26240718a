import { Form } from "@remix-run/react";
import type { PackPage } from "~/data/rules/pack-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";

interface PackStepsProps {
  readonly page: PackPage;
  readonly feedback: Feedback | undefined;
}

/** Signing off or laying aside, by another person than who brought it in; and taking it back. */
export function PackSteps({ page, feedback }: PackStepsProps) {
  const intent = feedback?.values?.["intent"];
  const reason = (which: string, label: string) => (
    <FormFeedback feedback={intent === which ? feedback : undefined}>
      <TextField
        id={`field-reason-${which}`}
        name="reason"
        label={label}
        required
        maxLength={200}
        className="w-full md:w-96"
      />
    </FormFeedback>
  );
  const version = <input type="hidden" name="version" value={page.version} />;
  return (
    <>
      {page.mayDecide && (
        <Card
          title="签发"
          note="签发后，数值自各自的起始日起执行"
          className="max-w-4xl print:hidden"
        >
          {page.isOwn ? (
            <p>规则包由您导入，须由另一人签发。</p>
          ) : (
            <>
              <Form method="post" className="mb-4">
                {version}
                <SubmitButton name="intent" value="signOff" pendingLabel="正在签发…">
                  签发
                </SubmitButton>
              </Form>
              <Form method="post" className="flex flex-wrap items-end gap-3">
                {version}
                {reason("refuse", "不予签发的原因")}
                <SubmitButton variant="default" name="intent" value="refuse">
                  不予签发
                </SubmitButton>
              </Form>
            </>
          )}
        </Card>
      )}
      {page.mayWithdraw && (
        <Card title="撤回" note="执行中的一并停止执行，记录保留" className="max-w-4xl print:hidden">
          <Form method="post" className="flex flex-wrap items-end gap-3">
            {version}
            {reason("withdraw", "撤回原因")}
            <SubmitButton variant="danger" name="intent" value="withdraw" pendingLabel="正在撤回…">
              撤回
            </SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}
