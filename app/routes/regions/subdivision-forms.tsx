import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";
import type { CountyAnswer } from "./county-answer.server";

interface SubdivisionFormsProps {
  readonly county: string;
  readonly answer: CountyAnswer | undefined;
}

/** One, many by pasting, or a file. */
export function SubdivisionForms({ county, answer }: SubdivisionFormsProps) {
  return (
    <Card title="录入乡镇和行政村" note="代码已有的改为新名称，没有的新增；有一行不对就都不录入">
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        <Form method="post">
          <FormFeedback feedback={answer?.form === "lines" ? answer : undefined}>
            <TextAreaField
              name="lines"
              label="逐行填写或粘贴"
              hint={`每行一个：代码 名称。乡镇 9 位、行政村 12 位，如 ${county}101 某某镇`}
              rows={8}
              required
              className="mb-3"
            />
            <SubmitButton name="intent" value="lines" icon="plus" pendingLabel="正在录入…">
              录入
            </SubmitButton>
          </FormFeedback>
        </Form>
        <Form method="post" encType="multipart/form-data">
          <FormFeedback feedback={answer?.form === "file" ? answer : undefined}>
            <FileField
              name="file"
              label="上传表格"
              hint="第一张工作表，每行有代码和名称两栏；.xlsx、.xls、.csv"
              accept={[".xlsx", ".xls", ".csv"]}
              required
              className="mb-3"
            />
            <SubmitButton icon="import" variant="default" pendingLabel="正在录入…">
              上传录入
            </SubmitButton>
          </FormFeedback>
        </Form>
      </div>
    </Card>
  );
}
