import { Form } from "@remix-run/react";
import { CLOSURE_STEP_LABELS, type ClosureStepKind } from "~/domain/funds/pot";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { DateField, TextField } from "~/ui/forms/text-field";

interface NextStepFormProps {
  readonly step: ClosureStepKind;
  readonly feedback: Feedback | undefined;
}

/** The one step that can be entered now, with its paper. */
export function NextStepForm({ step, feedback }: NextStepFormProps) {
  return (
    <Card title={`登记：${CLOSURE_STEP_LABELS[step]}`} className="max-w-4xl">
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="step" value={step} />
        <FormFeedback feedback={feedback}>
          <div className="grid gap-4 md:grid-cols-2">
            <DateField name="doneOn" label="完成日期" required />
            <TextField name="doneByUnit" label="办理单位" required maxLength={80} />
            {step === "PERFORMANCE" && (
              <TextField
                name="score"
                label="绩效评分"
                required
                inputMode="decimal"
                hint="0 至 100，作为下一年度安排资金的参考"
              />
            )}
            <TextField name="note" label="说明" maxLength={300} />
            <FileField
              name="file"
              label="材料扫描件"
              required
              accept={[".pdf", ".jpg", ".jpeg", ".png"]}
              hint="PDF 或图片，不超过 20 MB；每次打开都会留痕"
              className="md:col-span-2"
            />
          </div>
        </FormFeedback>
        <div className="mt-5">
          <SubmitButton name="intent" value="step" pendingLabel="正在登记…">
            登记这一步
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
