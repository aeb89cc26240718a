import type { PlacementChoices } from "~/data/placements/filing-choices-view.server";
import { EMPLOYER_KIND_LABELS } from "~/domain/employers/employer";
import { ARRANGEMENT_LABELS, CONTRACT_LABELS, FORM_LABELS } from "~/domain/placements/placement";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

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
        maxLength={200}
        defaultValue={defaults["note"]}
      />
    </div>
  );
}

type Defaults = Readonly<Record<string, string>>;

function EmployerPart({ defaults }: { readonly defaults: Defaults }) {
  return (
    <div className={PAIR}>
      <TextField
        name="creditCode"
        label="用人单位统一社会信用代码"
        hint="18 位，保存时核对校验码；已登记过的单位填代码即可"
        maxLength={30}
        defaultValue={defaults["creditCode"]}
      />
      <TextField
        name="employerName"
        label="用人单位名称"
        hint="与证照一致；家庭或个人雇主填户主或雇主姓名"
        maxLength={60}
        defaultValue={defaults["employerName"]}
      />
      <SelectField
        name="employerKind"
        label="单位类型"
        hint="首次登记的单位用；个体户、合作社、家庭或个人雇主可以没有代码"
        options={options(EMPLOYER_KIND_LABELS)}
        emptyLabel={null}
        defaultValue={defaults["employerKind"] ?? "ENTERPRISE"}
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
      <DateField name="startedOn" label="上岗日期" required defaultValue={defaults["startedOn"]} />
      <RadioGroup
        name="form"
        label="就业形式"
        inline
        required
        options={options(FORM_LABELS)}
        defaultValue={defaults["form"]}
        className="md:col-span-2"
      />
      <TextField
        name="jobTitle"
        label="岗位（工种）"
        maxLength={40}
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

function ContractPart({ defaults }: { readonly defaults: Defaults }) {
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

function SourcePart({ defaults, choices }: Required<PlacementFieldsProps>) {
  const pick = (name: "batchId" | "vacancyId" | "classId", label: string, key: keyof Links) => (
    <SelectField
      name={name}
      label={label}
      options={choices[key]}
      emptyLabel="无"
      defaultValue={defaults[name]}
    />
  );
  return (
    <div className={PAIR}>
      <RadioGroup
        name="arrangement"
        label="组织方式"
        inline
        required
        options={options(ARRANGEMENT_LABELS)}
        defaultValue={defaults["arrangement"]}
        className="md:col-span-2"
      />
      {pick("batchId", "劳务输出批次", "batches")}
      {pick("vacancyId", "岗位或用工订单", "vacancies")}
      {pick("classId", "培训后就业的培训班", "classes")}
    </div>
  );
}

type Links = Pick<PlacementChoices, "batches" | "vacancies" | "classes">;
