import { Form } from "@remix-run/react";
import type { PotCell } from "~/data/funds/pot-cell-view.server";
import { POT_PURPOSE_LABELS } from "~/domain/funds/pot";
import { yuanDigits, yuanText } from "~/domain/shared/fen";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import { ImplementerFields, LabourField, LetterField } from "./new-pot-fields";

const PURPOSES = [
  { value: "LABOUR_TRANSFER", hint: "通过补贴申领发放；直接支出须写明理由" },
  { value: "REIMBURSEMENT", hint: "州市本级的资金，只能用于文件列明的六项，凭凭证报账" },
  { value: "OTHER", hint: "劳务协作以外的资金，不发放劳务补贴" },
] as const;

interface NewPotFormProps {
  readonly cell: PotCell;
  readonly feedback: Feedback | undefined;
}

export function NewPotForm({ cell, feedback }: NewPotFormProps) {
  return (
    <Card
      className="max-w-4xl"
      title={`${cell.unitName} · ${cell.project}`}
      note={`下达 ${yuanText(cell.amountFen)}，未设立项目 ${yuanText(cell.leftFen)}`}
    >
      <Form method="post">
        <input type="hidden" name="cellId" value={cell.cellId} />
        <input type="hidden" name="year" value={cell.year} />
        <FormFeedback feedback={feedback}>
          <div className="grid gap-4 md:grid-cols-2">
            <TextField
              name="name"
              label="项目名称"
              required
              maxLength={80}
              defaultValue={cell.project}
            />
            <TextField
              name="unitName"
              label="责任单位"
              required
              maxLength={80}
              defaultValue={cell.unitName}
            />
            <TextField
              name="amountFen"
              label="金额（元）"
              required
              inputMode="decimal"
              defaultValue={yuanDigits(cell.leftFen)}
            />
            <TextField
              name="plannedFen"
              label="计划投资（元）"
              inputMode="decimal"
              hint="有建设内容的填写，用来计算投资完成率"
            />
            <LetterField />
            <RadioGroup
              name="purpose"
              label="资金用途"
              required
              options={PURPOSES.map((one) => ({ ...one, label: POT_PURPOSE_LABELS[one.value] }))}
            />
            <LabourField cell={cell} />
            <ImplementerFields />
          </div>
          <div className="mt-5 flex flex-wrap gap-2">
            <SubmitButton pendingLabel="正在设立…">设立资金项目</SubmitButton>
            <ButtonLink to={`/funds/new?year=${cell.year}`}>重新选择资金</ButtonLink>
          </div>
        </FormFeedback>
      </Form>
    </Card>
  );
}
