import { Form } from "@remix-run/react";
import type { SealedLineChoice } from "~/data/evidence/amendment-view.server";
import { AMENDMENT_SUBJECT_LABELS } from "~/domain/rosters/amendment";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextAreaField, TextField } from "~/ui/forms/text-field";

interface ProposeProps {
  readonly lines: readonly SealedLineChoice[];
  readonly feedback: Feedback | undefined;
  readonly chosenLine: string;
}

/** What was before is filled in by the system: it stands sealed. */
export function ProposeAmendment({ lines, feedback, chosenLine }: ProposeProps) {
  return (
    <Card title="提出更正" note="由另一人审核后生效；封存的名册行保持原样" className="max-w-3xl">
      <Form method="post">
        <FormFeedback feedback={feedback}>
          <div className="grid gap-4 md:grid-cols-2">
            <SelectField
              name="lineId"
              label="学员"
              required
              defaultValue={chosenLine}
              options={lines.map(({ id, lineNo, name }) => ({
                value: id,
                label: `第 ${lineNo} 号 ${name}`,
              }))}
              emptyLabel="请选择"
            />
            <SelectField
              name="subject"
              label="更正的内容"
              required
              options={Object.entries(AMENDMENT_SUBJECT_LABELS).map(([value, label]) => ({
                value,
                label,
              }))}
              emptyLabel="请选择"
            />
          </div>
          <TextField
            name="after"
            label="更正为"
            hint="结业结果填 合格、不合格 或 中途退出"
            required
            maxLength={200}
            autoComplete="off"
            className="my-4"
          />
          <TextAreaField
            name="reason"
            label="理由和依据"
            hint="如 身份证原件与名册不一致，2020-06-20 核对原件"
            required
            rows={3}
            maxLength={500}
            className="mb-4"
          />
        </FormFeedback>
        <SubmitButton pendingLabel="正在提出…">提出更正</SubmitButton>
      </Form>
    </Card>
  );
}
