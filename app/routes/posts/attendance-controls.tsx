import type { AttendanceRow } from "~/data/posts/attendance-month-view.server";
import { classNames } from "~/ui/class-names";
import { CONTROL_HEIGHT, controlClass } from "~/ui/forms/field-frame";
import { fieldId } from "~/ui/forms/field-wiring";
import { useFieldError, useStartValue } from "~/ui/forms/form-feedback";

const WHOLE = [
  ["P", "全月出勤"],
  ["L", "全月请假"],
  ["A", "全月缺勤"],
  ["R", "全月休息"],
] as const;

/** Nothing is chosen that the officer has not said. */
export function WholeMonth({ row }: { readonly row: AttendanceRow }) {
  const name = `whole.${row.id}`;
  const error = useFieldError(name, undefined);
  return (
    <>
      <input type="hidden" name={`version.${row.id}`} value={row.version} />
      <select
        id={fieldId(name)}
        name={name}
        aria-label={`${row.name} 整月`}
        aria-invalid={error === undefined ? undefined : true}
        defaultValue={useStartValue(name, "") ?? ""}
        className={classNames(controlClass(error), CONTROL_HEIGHT, "select-arrow min-w-[7rem]")}
      >
        <option value="">{row.version === 0 ? "未登记" : "不改"}</option>
        {WHOLE.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}

export function DayList({ name, label }: { readonly name: string; readonly label: string }) {
  const error = useFieldError(name, undefined);
  return (
    <input
      id={fieldId(name)}
      name={name}
      aria-label={label}
      aria-invalid={error === undefined ? undefined : true}
      defaultValue={useStartValue(name, "") ?? ""}
      autoComplete="off"
      maxLength={100}
      className={classNames(controlClass(error), CONTROL_HEIGHT, "w-16")}
    />
  );
}
