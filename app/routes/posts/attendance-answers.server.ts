import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import {
  ENTERED_MARKS,
  parseDayList,
  type EnteredMark,
  type MonthEntry,
} from "~/domain/posts/attendance-entry";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { recordAttendance, type AskedMonth } from "~/usecases/posts/record-attendance.server";
import { refusalErrors } from "./attendance-refusals.server";
import { typedValues } from "./form-values";

type Values = Readonly<Record<string, string>>;
type Errors = Record<string, string>;
/** 出勤 is the whole month's mark; the others are its exceptions. */
const EXCEPTIONS = ["R", "L", "A"] as const satisfies readonly EnteredMark[];

/** Answers the page of the month: only rows of which something is said. */
export async function answerAttendancePage(
  actor: Actor,
  month: CalendarDate,
  form: FormData,
  to: string,
) {
  const values = typedValues(form);
  const picked = new Set(form.getAll("pick").map(String));
  const errors: Errors = {};
  const rows: AskedMonth[] = [];
  for (const name of Object.keys(values)) {
    const appointmentId = name.replace(/^version\./, "");
    if (appointmentId === name || !isUuid(appointmentId)) continue;
    const fill = values["intent"] === "wholeMonth" && picked.has(appointmentId) ? "P" : null;
    const entry = rowEntry(values, appointmentId, fill, errors);
    if (entry === null) continue;
    rows.push({ appointmentId, version: Number(values[name]), entry, note: null });
  }
  if (Object.keys(errors).length > 0) return data({ values, errors }, { status: 422 });
  if (rows.length === 0) {
    const nothing = "没有可保存的内容：请先勾选人员，或在行内选择整月、填写日期";
    return data({ values, errors: { form: nothing } }, { status: 422 });
  }
  return answered(await recordAttendance(actor, { month, rows }, now()), values, to);
}

/** Answers the page of one person: a mark a day. */
export async function answerAttendanceRow(
  actor: Actor,
  of: { readonly appointmentId: string; readonly month: CalendarDate; readonly to: string },
  form: FormData,
) {
  const values = typedValues(form);
  const days: Partial<Record<EnteredMark, number[]>> = {};
  for (let at = 1; at <= 31; at += 1) {
    const mark = toMark(values[`d${at}`]);
    if (mark !== null) days[mark] = [...(days[mark] ?? []), at];
  }
  const { appointmentId, month } = of;
  const version = Number(values["version"]);
  const note = (values["note"] ?? "").slice(0, 200);
  const rows = [{ appointmentId, version, note, entry: { whole: null, days } }];
  return answered(await recordAttendance(actor, { month, rows }, now()), values, of.to);
}

function rowEntry(
  values: Values,
  id: string,
  fill: EnteredMark | null,
  errors: Errors,
): MonthEntry | null {
  const whole = toMark(values[`whole.${id}`]) ?? fill;
  const days: Partial<Record<EnteredMark, readonly number[]>> = {};
  for (const mark of EXCEPTIONS) {
    const typed = (values[`${mark}.${id}`] ?? "").trim();
    if (typed === "") continue;
    const list = parseDayList(typed);
    if (list === null) errors[`${mark}.${id}`] = `“${typed}”看不懂，请写成 3、15-17 的样子`;
    else days[mark] = list;
  }
  return whole === null && Object.keys(days).length === 0 ? null : { whole, days };
}

const toMark = (text: string | undefined): EnteredMark | null =>
  ENTERED_MARKS.find((mark) => mark === text) ?? null;

function answered(
  outcome: Awaited<ReturnType<typeof recordAttendance>>,
  values: Values,
  to: string,
) {
  if (outcome.ok) return redirect(`${to}&saved=${outcome.value}`);
  return data({ values, errors: refusalErrors(outcome.refusal) }, { status: 422 });
}
