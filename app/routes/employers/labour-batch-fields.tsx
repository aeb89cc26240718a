import type { WorkplaceGroup } from "~/data/employers/workplace-choice-view.server";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

interface LabourBatchFieldsProps {
  readonly defaults?: Readonly<Record<string, string>>;
  readonly workplaces: readonly WorkplaceGroup[];
}

/** The fields of a labour batch, with what stands already. */
export function LabourBatchFields({ defaults = {}, workplaces }: LabourBatchFieldsProps) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <TextField
        name="name"
        label="批次名称"
        hint="如 2020年赴嘉定第3批；本县内不重名"
        required
        maxLength={60}
        defaultValue={defaults["name"]}
      />
      <DateField
        name="organisedOn"
        label="组织日期"
        required
        defaultValue={defaults["organisedOn"]}
      />
      <SelectField
        name="workplaceCode"
        label="目的地"
        options={workplaces}
        emptyLabel="未定"
        defaultValue={defaults["workplaceCode"]}
      />
      <TextAreaField
        name="note"
        label="备注"
        hint="带队人、车次等"
        rows={2}
        maxLength={300}
        defaultValue={defaults["note"]}
      />
    </div>
  );
}
