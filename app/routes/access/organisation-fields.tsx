import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS } from "~/domain/access/organisation-kind";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

interface OrganisationFieldsProps {
  readonly regions: readonly RegionChoice[];
  readonly stored?: { readonly name: string; readonly kind: string; readonly regionCode: string };
}

const KINDS = ORGANISATION_KINDS.map((value) => ({
  value,
  label: ORGANISATION_KIND_LABELS[value],
}));

export function OrganisationFields({ regions, stored }: OrganisationFieldsProps) {
  return (
    <div className="space-y-4">
      <TextField
        name="name"
        label="单位名称"
        hint="写全称，如 武定县人力资源和社会保障局"
        defaultValue={stored?.name}
        maxLength={60}
        required
      />
      <SelectField
        name="kind"
        label="单位类别"
        options={KINDS}
        defaultValue={stored?.kind}
        required
      />
      <RegionPicker
        name="regionCode"
        label="所在地区"
        hint="管理这个地区的管理员能看到本单位的用户"
        regions={regions}
        defaultValue={stored?.regionCode}
        required
      />
    </div>
  );
}
