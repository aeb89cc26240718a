import {
  restDays,
  MARK_LABELS,
  MARK_SIGNS,
  type Mark,
  type MonthDays,
} from "~/domain/posts/attendance";
import { classNames } from "~/ui/class-names";

const LOOK: Readonly<Record<Mark, string>> = {
  P: "",
  R: "text-slate-600",
  L: "bg-amber-100 font-semibold text-amber-900",
  A: "bg-red-100 font-semibold text-red-800",
  "-": "bg-slate-100 text-slate-500",
  "?": "",
};

/** The days of a month in a row, each under its number, with the signs of the paper form. */
export function DayMarks({ marks }: { readonly marks: string }) {
  return (
    <ol className="flex" aria-label="每日考勤">
      {[...marks].map((mark, at) => (
        <Day key={at} day={at + 1} mark={mark as Mark} />
      ))}
    </ol>
  );
}

function Day({ day, mark }: { readonly day: number; readonly mark: Mark }) {
  return (
    <li
      title={`${day} 日 ${MARK_LABELS[mark]}`}
      className={classNames(
        "w-[1.1rem] border-r border-slate-200 text-center text-xs leading-tight last:border-r-0",
        LOOK[mark],
      )}
    >
      <span className="block text-slate-600">{day}</span>
      <span className="block" aria-hidden="true">
        {MARK_SIGNS[mark] === "" ? "\u00a0" : MARK_SIGNS[mark]}
      </span>
      <span className="sr-only">{MARK_LABELS[mark]}</span>
    </li>
  );
}

/** 出勤 26 · 休息 5 · 未登记 0 */
export function daysText(days: Omit<MonthDays, "monthDays">): string {
  const { workedDays, leaveDays, absentDays, openDays } = days;
  const rest = restDays(days);
  return [
    `出勤 ${workedDays}`,
    ...(rest > 0 ? [`休息 ${rest}`] : []),
    ...(leaveDays > 0 ? [`请假 ${leaveDays}`] : []),
    ...(absentDays > 0 ? [`缺勤 ${absentDays}`] : []),
    ...(openDays > 0 ? [`未登记 ${openDays}`] : []),
  ].join(" · ");
}
