import type { PotCell } from "~/data/funds/pot-cell-view.server";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { DateField, TextField } from "~/ui/forms/text-field";

/** What the table says stands; it is asked only where the table does not say. */
export function LabourField({ cell }: { readonly cell: PotCell }) {
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

export function ImplementerFields() {
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

export function LetterField() {
  return (
    <DateField
      name="letterReceivedOn"
      label="接函日期"
      hint="拨款单位收到资金下达函的日期；没有到账的按它计算是否逾期"
    />
  );
}
