import type { FilingChoices } from "~/data/training/filing-choices-view.server";
import { COST_UNIT_LABELS } from "~/domain/training/class-budget";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

interface PartProps {
  readonly values: Readonly<Record<string, string>>;
  readonly choices: FilingChoices;
}

const UNITS = Object.entries(COST_UNIT_LABELS).map(([value, label]) => ({ value, label }));

/** Persons, costs, where the money comes from, and who answers for it. */
export function CostPart(props: PartProps & { readonly computed: string | null }) {
  const { values, choices, computed } = props;
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
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
        options={UNITS}
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
        hint={
          computed === null
            ? "保存后与 单位费用 × 天（月）数 × 计划人数 对照"
            : `按已保存的单位费用、天（月）数和人数计算为 ${computed}`
        }
        inputMode="decimal"
        defaultValue={values["budgetFen"]}
      />
      <ResponsibleFields {...{ values, choices }} />
    </div>
  );
}

function ResponsibleFields({ values, choices }: PartProps) {
  return (
    <>
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
    </>
  );
}
