import { addDays, type CalendarDate } from "../shared/calendar-date";
import { monthOf, monthsEnd } from "../shared/months";
import { daysInPost, type Mark } from "./attendance";

/** What an officer may say of a day in the post. */
export type EnteredMark = Exclude<Mark, "-" | "?">;

export const ENTERED_MARKS: readonly EnteredMark[] = ["P", "R", "L", "A"];

/** What is entered for a month: one mark for every day of it, if so said, and single days by number. */
export interface MonthEntry {
  readonly whole: EnteredMark | null;
  readonly days: Readonly<Partial<Record<EnteredMark, readonly number[]>>>;
}

/** A month is not entered ahead, nor outside the post, and a day has one mark. */
export type EntryProblem =
  | { readonly kind: "outside"; readonly day: number }
  | { readonly kind: "notYet"; readonly day: number }
  | { readonly kind: "twice"; readonly day: number };

interface Term {
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate;
}

/** The marks of a month as the post's days are now: `-` outside it, and `?` where nothing was entered for a day in it. */
export function marksInPost(marks: string | null, month: CalendarDate, post: Term): string {
  const first = monthOf(month);
  const length = Number(monthsEnd(first, 1).slice(8));
  const inside = daysInPost(first, post);
  return Array.from({ length }, (_, at) => {
    const on = addDays(first, at);
    if (inside === null || on < inside.from || on > inside.to) return "-";
    const mark = marks?.[at] ?? "?";
    return mark === "-" ? "?" : mark;
  }).join("");
}

/** Whether marks were entered for days that are outside the post now: he left, or his days were changed. */
export function hasMarksOutside(marks: string, present: string): boolean {
  return [...marks].some((mark, at) => present[at] === "-" && mark !== "-" && mark !== "?");
}

/**
 * The month after an entry. A mark for the whole month fills its days in the post up to `today`, those that had
 * another mark too; single days come after it.
 */
export function enterMonth(
  present: string,
  entry: MonthEntry,
  month: CalendarDate,
  today: CalendarDate,
): { readonly marks: string } | EntryProblem {
  const first = monthOf(month);
  const marks: string[] = [...present];
  const hasCome = (at: number) => addDays(first, at) <= today;
  if (entry.whole !== null) {
    for (const [at, mark] of marks.entries()) {
      if (mark !== "-" && hasCome(at)) marks[at] = entry.whole;
    }
  }
  const said = new Set<number>();
  for (const mark of ENTERED_MARKS) {
    for (const day of entry.days[mark] ?? []) {
      if (said.has(day)) return { kind: "twice", day };
      said.add(day);
      if ((present[day - 1] ?? "-") === "-") return { kind: "outside", day };
      if (!hasCome(day - 1)) return { kind: "notYet", day };
      marks[day - 1] = mark;
    }
  }
  return { marks: marks.join("") };
}

/** The days a clerk writes down: `3、15-17`; null when it is anything else. Each day once, 1 to 31. */
export function parseDayList(text: string): readonly number[] | null {
  const parts = text
    .normalize("NFKC")
    .replace(/[日号]/g, "")
    .split(/[\s,、;.]+/)
    .filter((part) => part !== "");
  const days = new Set<number>();
  for (const part of parts) {
    const match = /^(\d{1,2})(?:[-~—–至到](\d{1,2}))?$/.exec(part);
    if (match === null) return null;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (from < 1 || to > 31 || from > to) return null;
    for (let day = from; day <= to; day += 1) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}
