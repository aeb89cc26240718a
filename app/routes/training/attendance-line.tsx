import type { SerializeFrom } from "@remix-run/node";
import type { KeyboardEvent } from "react";
import type { AttendanceRow } from "~/data/training/attendance-view.server";
import {
  ATTENDANCE_KEYS,
  ATTENDANCE_LABELS,
  ATTENDANCE_STATES,
} from "~/domain/training/attendance";
import { FieldError } from "~/ui/forms/field-frame";
import { fieldId } from "~/ui/forms/field-wiring";
import { useFieldError, useStartValue } from "~/ui/forms/form-feedback";
import { chinaMinute } from "~/ui/frame/frame-data";
import { stateField, versionField } from "./attendance-fields";

type Row = SerializeFrom<AttendanceRow>;

const LINE = "flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-1.5";

/** One trainee's radios; a letter on any of them picks a state, up and down change the row. */
export function AttendanceLine({ row }: { readonly row: Row }) {
  const name = stateField(row.id);
  const start = useStartValue(name, row.state ?? undefined);
  const error = useFieldError(name, undefined);
  return (
    <li data-attendance-row="">
      <fieldset className={LINE} onKeyDown={onKey}>
        <legend className="float-left min-w-[10rem]">
          <LineName row={row} />
        </legend>
        <input type="hidden" name={versionField(row.id)} value={row.version} />
        <div className="flex flex-wrap gap-x-4">
          {ATTENDANCE_STATES.map((state, at) => (
            <label
              key={state}
              className="flex min-h-[2.5rem] items-center gap-1.5 md:min-h-[1.75rem]"
            >
              <input
                type="radio"
                id={at === 0 ? fieldId(name) : undefined}
                name={name}
                value={state}
                data-key={ATTENDANCE_KEYS[state]}
                defaultChecked={start === state}
                className="h-4 w-4 border-gray-500"
              />
              {ATTENDANCE_LABELS[state]}
            </label>
          ))}
        </div>
        <Corrected row={row} />
        <FieldError id={fieldId(name)} error={error} />
      </fieldset>
    </li>
  );
}

export function AttendanceLineRead({ row }: { readonly row: Row }) {
  return (
    <li className={LINE}>
      <span className="min-w-[10rem]">
        <LineName row={row} />
      </span>
      <span className={row.state === null ? "text-slate-600" : undefined}>
        {row.state === null ? "未登记" : ATTENDANCE_LABELS[row.state]}
      </span>
      <Corrected row={row} />
    </li>
  );
}

function LineName({ row }: { readonly row: Row }) {
  return (
    <>
      <span className="mr-2 inline-block w-8 text-right tabular-nums text-slate-600">
        {row.lineNo}
      </span>
      {row.name}
    </>
  );
}

function Corrected({ row }: { readonly row: Row }) {
  if (row.first === null || row.correction === null) return null;
  const { reason, by, at } = row.correction;
  return (
    <span className="text-slate-600">
      {`首次登记为${ATTENDANCE_LABELS[row.first]}，${chinaMinute(at)} ${by} 更正：${reason}`}
    </span>
  );
}

function onKey(event: KeyboardEvent<HTMLFieldSetElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const row = event.currentTarget.closest("[data-attendance-row]");
    const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
    const radios = next?.querySelectorAll<HTMLInputElement>("input[type=radio]");
    const there = Array.from(radios ?? []).find(({ checked }) => checked) ?? radios?.[0];
    // The browser's own arrows would tick another state of this row.
    event.preventDefault();
    there?.focus();
    return;
  }
  const key = event.key.toLowerCase();
  const own = event.currentTarget.querySelectorAll<HTMLInputElement>("input[data-key]");
  const wanted = Array.from(own).find((radio) => radio.dataset["key"] === key);
  if (wanted === undefined) return;
  event.preventDefault();
  wanted.checked = true;
  wanted.focus();
}
