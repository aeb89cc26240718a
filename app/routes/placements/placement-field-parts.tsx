import type { PlacementChoices } from "~/data/placements/filing-choices-view.server";
import { EMPLOYER_KIND_LABELS } from "~/domain/employers/employer";
import { PLACEMENT_LIMITS } from "~/domain/placements/limits";
import { ARRANGEMENT_LABELS } from "~/domain/placements/placement";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const PAIR = "grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2";

type Defaults = Readonly<Record<string, string>>;

/** The employer by code or name; one that nobody has entered yet is entered with the placement. */
export function EmployerPart({ defaults }: { readonly defaults: Defaults }) {
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
        maxLength={PLACEMENT_LIMITS.employerName}
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

type Links = Pick<PlacementChoices, "batches" | "vacancies" | "classes">;

interface SourcePartProps {
  readonly defaults: Defaults;
  readonly choices: Links;
}

/** How the person got the job: the batch, vacancy or class it came from. */
export function SourcePart({ defaults, choices }: SourcePartProps) {
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
