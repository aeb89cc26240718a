import type { PlacementChoices } from "~/data/placements/filing-choices-view.server";
import { PLACEMENT_LIMITS } from "~/domain/placements/limits";
import { CONTRACT_LABELS, FORM_LABELS, WORKER_GROUP_LABELS } from "~/domain/placements/placement";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";
import { EmployerPart, SourcePart } from "./placement-field-parts";

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const PAIR = "grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2";

interface PlacementFieldsProps {
  readonly defaults?: Readonly<Record<string, string>>;
  readonly choices: PlacementChoices;
}

/** The fields of a placement, with what stands already; the destination follows from the workplace. */
export function PlacementFields({ defaults = {}, choices }: PlacementFieldsProps) {
  return (
    <div className="space-y-6">
      <EmployerPart defaults={defaults} />
      <JobPart defaults={defaults} choices={choices} />
      <ContractPart defaults={defaults} />
      <SourcePart defaults={defaults} choices={choices} />
      <TextAreaField
        name="note"
        label="备注"
        rows={2}
        maxLength={PLACEMENT_LIMITS.note}
        defaultValue={defaults["note"]}
      />
    </div>
  );
}

function JobPart({ defaults, choices }: Required<PlacementFieldsProps>) {
  return (
    <div className={PAIR}>
      <SelectField
        name="workplaceCode"
        label="就业地"
        hint="去向（来沪、省内、省外、县内）由就业地自动得出"
        required
        options={choices.workplaces}
        defaultValue={defaults["workplaceCode"]}
      />
      <TextField
        name="workplaceText"
        label="就业地所在县（市、区）"
        hint="上面只选到省或州（市）的，写在这里，如 深圳市南山区；不清楚的不填"
        maxLength={40}
        defaultValue={defaults["workplaceText"]}
      />
      <DateField name="startedOn" label="上岗日期" required defaultValue={defaults["startedOn"]} />
      <KindFields defaults={defaults} />
      <TextField
        name="jobTitle"
        label="岗位（工种）"
        maxLength={PLACEMENT_LIMITS.jobTitle}
        defaultValue={defaults["jobTitle"]}
      />
      <TextField
        name="monthlyWageFen"
        label="月工资（元）"
        inputMode="decimal"
        maxLength={12}
        defaultValue={defaults["monthlyWageFen"]}
      />
    </div>
  );
}

function KindFields({ defaults }: Pick<Required<PlacementFieldsProps>, "defaults">) {
  return (
    <>
      <RadioGroup
        name="form"
        label="就业形式"
        inline
        required
        options={options(FORM_LABELS)}
        defaultValue={defaults["form"]}
        className="md:col-span-2"
      />
      <RadioGroup
        name="workerGroup"
        label="人员类别"
        hint="按上岗当日的情况选择，与就业形式分别登记"
        inline
        required
        options={options(WORKER_GROUP_LABELS)}
        defaultValue={defaults["workerGroup"] ?? "GENERAL"}
        className="md:col-span-2"
      />
    </>
  );
}

function ContractPart({ defaults }: Pick<Required<PlacementFieldsProps>, "defaults">) {
  return (
    <div className={PAIR}>
      <RadioGroup
        name="contractKind"
        label="合同"
        inline
        required
        options={options(CONTRACT_LABELS)}
        defaultValue={defaults["contractKind"]}
        className="md:col-span-2"
      />
      <DateField name="contractFrom" label="合同起始日" defaultValue={defaults["contractFrom"]} />
      <DateField name="contractTo" label="合同截止日" defaultValue={defaults["contractTo"]} />
    </div>
  );
}
