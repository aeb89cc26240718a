import type { FilingChoices } from "~/data/training/filing-choices-view.server";
import { COST_UNIT_LABELS } from "~/domain/training/class-budget";
import { AUDIENCE_LABELS, COMMISSIONING_LABELS } from "~/domain/training/filing";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

interface PartProps {
  readonly values: Readonly<Record<string, string>>;
}

const GRID = "grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2";
const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Plan, provider, trade, days and place of the class. */
export function ClassPart({ values, choices }: PartProps & { readonly choices: FilingChoices }) {
  return (
    <div className={GRID}>
      <SelectField
        name="planId"
        label="年度培训计划"
        options={choices.plans}
        emptyLabel="尚未列入计划"
        defaultValue={values["planId"]}
      />
      <SelectField
        name="providerId"
        label="培训机构"
        options={choices.providers}
        emptyLabel="尚未选定"
        hint="没有的先到“培训机构”登记"
        defaultValue={values["providerId"]}
      />
      <TextField
        name="trade"
        label="培训工种"
        hint="与计划、机构登记的工种逐字一致"
        required
        maxLength={40}
        defaultValue={values["trade"]}
      />
      <SelectField
        name="audience"
        label="培训对象"
        options={optionsOf(AUDIENCE_LABELS)}
        emptyLabel={null}
        defaultValue={values["audience"]}
      />
      <DateField name="startsOn" label="开班日期" required defaultValue={values["startsOn"]} />
      <DateField name="endsOn" label="结业日期" required defaultValue={values["endsOn"]} />
      <TextField name="place" label="培训地点" maxLength={60} defaultValue={values["place"]} />
      <RadioGroup
        name="venueRegion"
        label="培训所在地"
        inline
        hint="按培训地点适用费用标准"
        options={[
          { value: "", label: "云南" },
          { value: "310000", label: "上海（去沪办班、挂职、进修）" },
        ]}
        defaultValue={values["venueRegion"] ?? ""}
      />
      <TextField
        name="venueLatitude"
        label="地点纬度"
        hint="选填，用于核对影像拍摄地，如 25.18"
        inputMode="decimal"
        defaultValue={values["venueLatitude"]}
      />
      <TextField
        name="venueLongitude"
        label="地点经度"
        hint="选填，如 101.27"
        inputMode="decimal"
        defaultValue={values["venueLongitude"]}
      />
    </div>
  );
}

/** Ordinary, or for an employer who ordered it. */
export function OrderPart({ values }: PartProps) {
  return (
    <div className={GRID}>
      <RadioGroup
        name="commissioning"
        label="培训方式"
        inline
        options={optionsOf(COMMISSIONING_LABELS)}
        defaultValue={values["commissioning"]}
        className="md:col-span-2"
      />
      <TextField
        name="employerName"
        label="用人单位"
        hint="订单式、定向式必填"
        maxLength={60}
        defaultValue={values["employerName"]}
      />
      <TextField
        name="employerCreditCode"
        label="用人单位统一社会信用代码"
        hint="订单式、定向式必填"
        maxLength={30}
        defaultValue={values["employerCreditCode"]}
      />
      <TextAreaField
        name="employerOrder"
        label="订单内容"
        hint="订单式、定向式必填：岗位、人数、工资、用工时间"
        rows={3}
        maxLength={500}
        className="md:col-span-2"
        defaultValue={values["employerOrder"]}
      />
    </div>
  );
}

/** Persons, costs, where the money comes from, and who answers for it. */
export function CostPart({ values, choices }: PartProps & { readonly choices: FilingChoices }) {
  return (
    <div className={GRID}>
      <TextField
        name="plannedHeadcount"
        label="计划人数"
        inputMode="numeric"
        defaultValue={values["plannedHeadcount"]}
      />
      <RadioGroup
        name="costUnit"
        label="计费方式"
        inline
        options={optionsOf(COST_UNIT_LABELS)}
        defaultValue={values["costUnit"]}
      />
      <TextField
        name="unitCostFen"
        label="单位费用（元）"
        inputMode="decimal"
        defaultValue={values["unitCostFen"]}
      />
      <TextField
        name="costQuantity"
        label="天数（月数）"
        inputMode="decimal"
        defaultValue={values["costQuantity"]}
      />
      <TextField
        name="budgetFen"
        label="班次预算（元）"
        hint="保存后与 单位费用 × 天（月）数 × 计划人数 对照"
        inputMode="decimal"
        defaultValue={values["budgetFen"]}
      />
      <TextField
        name="fundSource"
        label="资金来源"
        maxLength={100}
        defaultValue={values["fundSource"]}
      />
      <SelectField
        name="implementerRegion"
        label="责任实施单位所在地"
        options={choices.implementers}
        defaultValue={values["implementerRegion"]}
      />
      <TextField
        name="implementerReason"
        label="由上海实施的理由"
        hint="2020 年起原则上由云南实施；由上海实施的必填"
        maxLength={300}
        defaultValue={values["implementerReason"]}
      />
      <TextField
        name="responsibleOfficer"
        label="责任人"
        maxLength={30}
        defaultValue={values["responsibleOfficer"]}
      />
    </div>
  );
}
