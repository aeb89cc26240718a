import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { DateField, TextField } from "~/ui/forms/text-field";

interface ResultFormProps {
  readonly feedback: Feedback | undefined;
  readonly today: string;
}

export function ResultForm({ feedback, today }: ResultFormProps) {
  return (
    <Card title="导入平台结果" note="结果须与名单逐人对应：有一行对不上，整份不导入，并列出原因。">
      <Form method="post" encType="multipart/form-data" className="max-w-2xl">
        <FormFeedback feedback={feedback}>
          <div className="space-y-4">
            <TextField
              name="operator"
              label="平台操作人"
              hint="在平台上查询的人员和单位"
              maxLength={60}
              required
            />
            <DateField
              name="verifiedOn"
              label="平台查验日期"
              hint="平台给出结果的日期"
              defaultValue={today}
              required
            />
            <FileField
              name="file"
              label="结果文件"
              hint="平台给出的 .xlsx、.xls 或 .csv，须有姓名、身份证号和“是否建档立卡”或“脱贫状态”；不超过 20 MB"
              accept={[".xlsx", ".xls", ".csv"]}
              required
            />
          </div>
        </FormFeedback>
        <div className="mt-4">
          <SubmitButton icon="import" pendingLabel="正在核对…">
            核对并导入
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
