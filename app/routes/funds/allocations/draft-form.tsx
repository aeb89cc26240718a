import { Form } from "@remix-run/react";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { SelectField, type Option } from "~/ui/forms/select-field";
import { TextAreaField, TextField } from "~/ui/forms/text-field";
import { DraftGrid } from "./draft-grid";
import { ProjectGrid } from "./project-grid";
import { WhichDocument, WhoseMoney, type FormChoices } from "./upload-form";

const PROJECTS = 8;

interface DraftFormProps extends FormChoices {
  readonly parents: readonly Option[];
  readonly size: { readonly columns: number; readonly lines: number };
}

/** The table itself with what stands above it. */
export function DraftForm({ feedback, size, ...choices }: DraftFormProps) {
  return (
    <Form method="post">
      <FormFeedback feedback={feedback}>
        <input type="hidden" name="columns" value={size.columns} />
        <input type="hidden" name="lines" value={size.lines} />
        <Head {...choices} />
        <Card
          title="下达表"
          note="一个单位有几个项目的，各占一行，后面几行的单位留空；归属地区填县（市、区）名称，州（市）本级留空；不在合计内的勾表外，金额填在合计一格"
          className="mt-4"
        >
          <DraftGrid {...size} />
          <div className="mt-2 flex flex-wrap gap-2">
            <SubmitButton variant="default" name="intent" value="lines" formNoValidate>
              增加 10 行
            </SubmitButton>
            <SubmitButton variant="default" name="intent" value="columns" formNoValidate>
              增加一列
            </SubmitButton>
          </div>
        </Card>
        <Card title="项目" note="文件写明项目合计的填写，用来核对；没有写的不填" className="mt-4">
          <div className="overflow-x-auto">
            <ProjectGrid lines={PROJECTS} />
          </div>
        </Card>
        <Card className="mt-4">
          <TextAreaField name="note" label="备注" rows={2} maxLength={500} className="mb-4" />
          <TextAreaField
            name="sumsReason"
            label="合计不符的说明"
            hint="只在文件本身的合计有误时填写，如 文件第 3 行合计少写 10 万元，已与市财政局核实"
            rows={2}
            maxLength={300}
          />
          <TextAreaField
            name="otherReason"
            label="另行录入的理由"
            hint="只在与另一文件的下达表几乎相同、但确实是另一笔资金时填写，如 第二批，金额与第一批相同"
            rows={2}
            maxLength={300}
            className="mt-4"
          />
          <div className="mt-5 flex flex-wrap gap-2">
            <SubmitButton name="intent" value="save" pendingLabel="正在保存…">
              保存
            </SubmitButton>
            <SubmitButton variant="default" name="intent" value="check" pendingLabel="正在核对…">
              只核对，不保存
            </SubmitButton>
            <ButtonLink to="/allocations">返回</ButtonLink>
          </div>
        </Card>
      </FormFeedback>
    </Form>
  );
}

function Head({
  regions,
  documents,
  documentId,
  parents,
}: Omit<DraftFormProps, "feedback" | "size">) {
  return (
    <Card title="文件">
      <div className="grid gap-4 md:grid-cols-3">
        <WhichDocument documents={documents} documentId={documentId} prefix="" />
        <WhoseMoney regions={regions} prefix="" />
        <TextField name="year" label="年度" required inputMode="numeric" maxLength={4} />
        <TextField name="title" label="表名" required maxLength={120} />
        <SelectField
          name="parentRowId"
          label="分解的上级下达"
          options={parents}
          emptyLabel="不是分解表"
          hint="把上级表中的一行分到单位的，选那一行"
        />
      </div>
    </Card>
  );
}
