import { weekdayLabel } from "~/domain/training/weekday";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { FieldError } from "~/ui/forms/field-frame";
import { useFieldError } from "~/ui/forms/form-feedback";
import { DateField, TextField } from "~/ui/forms/text-field";
import { slotField } from "./series-form";

/** From Monday on, as a timetable is written. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];
const SHORT = "tabular-nums md:w-32";

interface SeriesFieldsProps {
  readonly startsOn: string;
  readonly endsOn: string;
  /** What was sent before; without it the working days are ticked. */
  readonly values: Readonly<Record<string, string>> | undefined;
}

export function SeriesFields({ startsOn, endsOn, values }: SeriesFieldsProps) {
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
        <DateField name="fromOn" label="起始日期" required defaultValue={startsOn} />
        <DateField name="toOn" label="截止日期" required defaultValue={endsOn} />
      </div>
      <Weekdays values={values} />
      <Slot slot="morning" label="上午上课" times={["08:30", "11:30", "4"]} values={values} />
      <Slot slot="afternoon" label="下午上课" times={["14:30", "17:30", "4"]} values={values} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
        <TextField name="place" label="地点" required maxLength={40} />
        <TextField name="teacher" label="教师" required maxLength={20} />
        <TextField name="topic" label="培训内容" hint="可不填，逐次课可再修改" maxLength={60} />
      </div>
    </div>
  );
}

function Weekdays({ values }: Pick<SeriesFieldsProps, "values">) {
  const error = useFieldError("weekdays", undefined);
  return (
    <fieldset aria-describedby={error === undefined ? undefined : "field-weekdays-error"}>
      <legend className="mb-1 font-medium text-slate-700">上课的星期</legend>
      <div className="flex flex-wrap gap-x-5">
        {WEEK.map((weekday, at) => {
          const wasTicked = values?.[`weekday.${weekday}`] === "on";
          return (
            <label key={weekday} className="flex min-h-[2.5rem] items-center gap-2 md:min-h-[2rem]">
              <input
                type="checkbox"
                id={at === 0 ? "field-weekdays" : undefined}
                name="weekdays"
                value={weekday}
                defaultChecked={values === undefined ? at < 5 : wasTicked}
                className="h-4 w-4 border-gray-500"
              />
              {weekdayLabel(weekday)}
            </label>
          );
        })}
      </div>
      <FieldError id="field-weekdays" error={error} />
    </fieldset>
  );
}

interface SlotProps extends Pick<SeriesFieldsProps, "values"> {
  readonly slot: "morning" | "afternoon";
  readonly label: string;
  readonly times: readonly [from: string, to: string, hours: string];
}

function Slot({ slot, label, times, values }: SlotProps) {
  const [from, to, hours] = times;
  return (
    <fieldset className="rounded border border-slate-200 px-4 py-2">
      <legend className="sr-only">{label}</legend>
      <CheckboxField name={slot} label={label} defaultChecked={values === undefined} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 md:grid-cols-3">
        <TextField
          name={slotField(slot, "startsAt")}
          label="开始时间"
          maxLength={8}
          defaultValue={from}
          controlClassName={SHORT}
        />
        <TextField
          name={slotField(slot, "endsAt")}
          label="结束时间"
          maxLength={8}
          defaultValue={to}
          controlClassName={SHORT}
        />
        <TextField
          name={slotField(slot, "classHours")}
          label="课时"
          inputMode="decimal"
          maxLength={4}
          defaultValue={hours}
          controlClassName={SHORT}
        />
      </div>
    </fieldset>
  );
}
