import { SelectField, type OptionGroup } from "~/ui/forms/select-field";
import { DateField, TextField } from "~/ui/forms/text-field";

interface WorkshopFieldsProps {
  readonly places: readonly OptionGroup[];
  readonly defaults?: Readonly<Record<string, string>>;
}

/** The fields of a recognition, with what stands already. */
export function WorkshopFields({ places, defaults = {} }: WorkshopFieldsProps) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <TextField
        name="name"
        label="车间名称"
        required
        maxLength={60}
        defaultValue={defaults["name"]}
      />
      <SelectField
        name="regionCode"
        label="所在乡镇或行政村"
        required
        options={places}
        defaultValue={defaults["regionCode"]}
      />
      <TextField
        name="recognisedBy"
        label="认定单位"
        required
        maxLength={60}
        defaultValue={defaults["recognisedBy"]}
      />
      <TextField
        name="documentNumber"
        label="认定文号"
        required
        maxLength={60}
        defaultValue={defaults["documentNumber"]}
      />
      <DateField
        name="recognisedOn"
        label="认定日期"
        required
        defaultValue={defaults["recognisedOn"]}
      />
      <DateField
        name="validTo"
        label="有效期至（长期有效的不填）"
        defaultValue={defaults["validTo"]}
      />
    </div>
  );
}
