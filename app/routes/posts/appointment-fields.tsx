import type { AppointmentChoices } from "~/data/posts/appointment-choices-view.server";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

interface AppointmentFieldsProps {
  readonly choices: AppointmentChoices;
  readonly defaults?: Readonly<Record<string, string>>;
}

/** The fields of an appointment; rate, title and fund are those of the quota. */
export function AppointmentFields({ choices, defaults = {} }: AppointmentFieldsProps) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <SelectField
        name="quotaId"
        label="岗位指标"
        hint="月标准、岗位名称和资金来源照指标带入"
        required
        options={choices.quotas}
        defaultValue={defaults["quotaId"]}
        className="md:col-span-2"
      />
      <DateField name="startsOn" label="上岗日期" required defaultValue={defaults["startsOn"]} />
      <DateField name="endsOn" label="任期截止日" required defaultValue={defaults["endsOn"]} />
      <TextField
        name="shortReason"
        label="任期说明"
        hint="任期 3 至 6 个月，含首尾两天，如 4月1日 至 6月30日 为 3 个月。不足 3 个月的、与前后任期连起来超过 6 个月的，写明原因"
        maxLength={100}
        defaultValue={defaults["shortReason"]}
        className="md:col-span-2"
      />
      <TextField
        name="township"
        label="乡镇"
        hint="指标没有写明乡镇的填"
        maxLength={30}
        defaultValue={defaults["township"]}
      />
      <TextField
        name="village"
        label="行政村"
        hint="指标没有写明行政村的填"
        maxLength={30}
        defaultValue={defaults["village"]}
      />
      <TextAreaField
        name="note"
        label="备注"
        rows={2}
        maxLength={200}
        defaultValue={defaults["note"]}
        className="md:col-span-2"
      />
    </div>
  );
}
