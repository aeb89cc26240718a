import { Form } from "@remix-run/react";
import type { PotCell } from "~/data/funds/pot-cell-view.server";
import { POT_PURPOSE_LABELS } from "~/domain/funds/pot";
import { yuanDigits, yuanText } from "~/domain/shared/fen";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { DateField, TextField } from "~/ui/forms/text-field";

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

/** What the table says stands; it is asked only where the table does not say. */
function LabourField({ cell }: { readonly cell: PotCell }) {
  if (cell.isLabour !== null) {
    return (
      <p>
        <span className="block font-medium text-slate-700">劳务协作</span>
        {cell.isLabour ? "是" : "否"}（按下达表）
      </p>
    );
  }
  return (
    <RadioGroup
      name="isLabour"
      label="是否劳务协作资金"
      required
      inline
      options={[
        { value: "yes", label: "是" },
        { value: "no", label: "否" },
      ]}
    />
  );
}

function ImplementerFields() {
  return (
    <>
      <TextField name="implementer" label="实施单位" maxLength={80} />
      <TextField
        name="implementerRegion"
        label="实施单位所在地区划代码"
        inputMode="numeric"
        maxLength={6}
        hint="六位，如 530381；培训项目原则上由云南的单位实施"
      />
      <TextField
        name="implementerReason"
        label="由上海实施的理由"
        maxLength={200}
        hint="实施单位在上海（31 开头）的必须填写"
        className="md:col-span-2"
      />
    </>
  );
}

function LetterField() {
  return (
    <DateField
      name="letterReceivedOn"
      label="接函日期"
      hint="拨款单位收到资金下达函的日期；没有到账的按它计算是否逾期"
    />
  );
}
