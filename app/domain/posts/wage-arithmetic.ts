import type { Fen } from "../shared/fen";
import type { MonthDays } from "./attendance";
import { wageDue } from "./wage";

interface Line {
  readonly rateFen: Fen;
  readonly dueFen: Fen;
  readonly days: Omit<MonthDays, "openDays">;
}

/** Whether leave was paid when a line was drawn: the amount itself tells. */
export function leaveWasPaid({ rateFen, dueFen, days }: Line): boolean {
  return wageDue(rateFen, days, { leaveIsPaid: false }).dueFen !== dueFen;
}

/** How a line's pay came about, by the rule for leave under which it was drawn. */
export function arithmeticOf(line: Line): string {
  if (line.days.termDays === 0) return "岗位已结束，只结清更正";
  return wageDue(line.rateFen, line.days, { leaveIsPaid: leaveWasPaid(line) }).arithmetic;
}

/** The rule for a part of a month as it is in force, to be read above a sheet. */
export function wageRuleText({ leaveIsPaid }: { readonly leaveIsPaid: boolean }): string {
  const away = leaveIsPaid ? "不在岗天数−缺勤天数" : "不在岗天数−缺勤天数−请假天数";
  const leave = leaveIsPaid ? "请假照发" : "请假不发";
  return `按日历天折算：月标准×（当月天数−${away}）÷当月天数，四舍五入到分；休息日照算，${leave}，全月没有出勤的不发（文件没有规定，为本系统口径）`;
}
