import type { FilingChoices } from "~/data/training/filing-choices-view.server";
import { AUDIENCE_LABELS } from "~/domain/training/filing";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextField } from "~/ui/forms/text-field";

interface PartProps {
  readonly values: Readonly<Record<string, string>>;
  readonly choices: FilingChoices;
}

const AUDIENCES = Object.entries(AUDIENCE_LABELS).map(([value, label]) => ({ value, label }));

/** Plan, provider, trade, days and place of the class. */
export function ClassPart({ values, choices }: PartProps) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
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
        options={AUDIENCES}
        emptyLabel={null}
        defaultValue={values["audience"]}
      />
      <DateField name="startsOn" label="开班日期" required defaultValue={values["startsOn"]} />
      <DateField name="endsOn" label="结业日期" required defaultValue={values["endsOn"]} />
      <VenueFields values={values} />
    </div>
  );
}

function VenueFields({ values }: Pick<PartProps, "values">) {
  return (
    <>
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
    </>
  );
}
