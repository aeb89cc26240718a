import type { CalendarDate } from "../shared/calendar-date";
import { fen, yuanText, type Fen } from "../shared/fen";
import { countMarks, type MonthDays } from "./attendance";
import { marksInPost } from "./attendance-entry";
import { leaveWasPaid } from "./wage-arithmetic";
import { wageDue } from "./wage";

/** A month of a post as post and attendance stand now. */
export interface PresentMonth {
  readonly rateFen: Fen;
  /** First day of the month. */
  readonly month: CalendarDate;
  /** Null while nothing is entered. */
  readonly marks: string | null;
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate;
}

/** What would be due for the month now, and its days in the post; a day not entered counts as absent. */
export function presentDue(
  { rateFen, month, marks, ...post }: PresentMonth,
  options: { readonly leaveIsPaid: boolean },
): { readonly dueFen: Fen; readonly termDays: number } {
  const { openDays, ...days } = countMarks(marksInPost(marks, month, post));
  const judged = { ...days, absentDays: days.absentDays + openDays };
  return { dueFen: wageDue(rateFen, judged, options).dueFen, termDays: days.termDays };
}

/** A line whose money is out, of somebody who was found to have left. */
export interface LineAfterLeaving extends PresentMonth {
  readonly dueFen: Fen;
  readonly days: Omit<MonthDays, "openDays">;
  /** Sum of the corrections of the line that stand, with their signs. */
  readonly correctedFen: number;
}

/** 退岗后多发, or 退岗后发放 where the whole month lies after the last day. */
export interface PaidAfterLeaving {
  readonly lastDay: CalendarDate;
  /** Days paid after the last one. */
  readonly days: number;
  readonly isWhole: boolean;
  /** Still to be got back. */
  readonly openFen: Fen;
}

/** What a line paid beyond the last day in the post and no correction has made up; null when nothing. */
export function paidAfterLeaving(line: LineAfterLeaving): PaidAfterLeaving | null {
  const present = presentDue(line, { leaveIsPaid: leaveWasPaid(line) });
  const days = line.days.termDays - present.termDays;
  const openFen = line.dueFen + line.correctedFen - present.dueFen;
  if (days <= 0 || openFen <= 0) return null;
  const isWhole = present.termDays === 0;
  return { lastDay: line.lastDay, days, isWhole, openFen: fen(openFen) };
}

export function paidAfterLeavingText({
  lastDay,
  days,
  isWhole,
  openFen,
}: PaidAfterLeaving): string {
  const back = `应扣回 ${yuanText(openFen)}，本月锁定后登记更正`;
  return isWhole
    ? `退岗后发放：${lastDay} 已退岗，本月不应发放；${back}`
    : `退岗后多发：${lastDay} 已退岗，多发 ${days} 天；${back}`;
}
