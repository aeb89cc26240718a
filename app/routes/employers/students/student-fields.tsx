import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

interface StudentFieldsProps {
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly defaults?: Readonly<Record<string, string>>;
}

/** The fields of a student's schooling, with what stands already. */
export function StudentFields({ districts, defaults = {} }: StudentFieldsProps) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <TextField
        name="schoolName"
        label="学校名称"
        hint="在上海就读的职业院校，写全称"
        required
        maxLength={60}
        defaultValue={defaults["schoolName"]}
      />
      <SelectField
        name="districtCode"
        label="学校所在区"
        options={districts.map(({ code, name }) => ({ value: code, label: name }))}
        emptyLabel="不详"
        defaultValue={defaults["districtCode"]}
      />
      <TextField
        name="major"
        label="专业"
        required
        maxLength={60}
        defaultValue={defaults["major"]}
      />
      <span className="hidden md:block" />
      <DateField
        name="enrolledOn"
        label="入学日期"
        required
        defaultValue={defaults["enrolledOn"]}
      />
      <DateField
        name="graduatesOn"
        label="毕业日期（未毕业的写预计日期）"
        required
        defaultValue={defaults["graduatesOn"]}
      />
      <TextAreaField
        name="note"
        // The form of a step stands on the same page and has a note too.
        id="student-note"
        label="备注"
        rows={2}
        maxLength={300}
        defaultValue={defaults["note"]}
      />
    </div>
  );
}
