import { FAIR_MODE_LABELS, type FairMode } from "~/domain/employers/job-fair";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

interface FairFieldsProps {
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly defaults?: Readonly<Record<string, string>>;
}

const MODES = (Object.keys(FAIR_MODE_LABELS) as readonly FairMode[]).map((value) => ({
  value,
  label: FAIR_MODE_LABELS[value],
}));

/** The fields of a job fair, with what stands already. */
export function FairFields({ districts, defaults = {} }: FairFieldsProps) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <TextField
        name="name"
        label="招聘会名称"
        required
        maxLength={60}
        defaultValue={defaults["name"]}
      />
      <SelectField
        name="districtCode"
        label="结对的上海市区"
        hint="举办时须与本县有结对关系；不是与某一区合办的不选"
        options={districts.map(({ code, name }) => ({ value: code, label: name }))}
        emptyLabel="不注明"
        defaultValue={defaults["districtCode"]}
      />
      <RadioGroup
        name="mode"
        label="举办方式"
        inline
        required
        options={MODES}
        defaultValue={defaults["mode"]}
      />
      <TextField
        name="place"
        label="地点或平台"
        hint="现场的写地点，线上的写平台名称"
        required
        maxLength={100}
        defaultValue={defaults["place"]}
      />
      <DateField name="heldOn" label="举办日期" required defaultValue={defaults["heldOn"]} />
      <DateField
        name="heldTo"
        label="结束日期（只办一天的不填）"
        defaultValue={defaults["heldTo"]}
      />
      <TextField
        name="organiser"
        label="主办单位"
        required
        maxLength={100}
        defaultValue={defaults["organiser"]}
      />
      <TextAreaField
        name="note"
        label="备注"
        rows={2}
        maxLength={300}
        defaultValue={defaults["note"]}
      />
    </div>
  );
}
