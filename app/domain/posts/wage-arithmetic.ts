import type { Fen } from "../shared/fen";
import type { MonthDays } from "./attendance";
import { wageDue } from "./wage";

/** How a line's pay came about, by the rule for leave under which it was drawn: the amount itself tells which. */
export function arithmeticOf(line: {
  readonly rateFen: Fen;
  readonly dueFen: Fen;
  readonly days: Omit<MonthDays, "openDays">;
}): string {
  if (line.days.termDays === 0) return "岗位已结束，只结清更正";
  const unpaid = wageDue(line.rateFen, line.days, { leaveIsPaid: false });
  const paid = wageDue(line.rateFen, line.days, { leaveIsPaid: true });
  return (unpaid.dueFen === line.dueFen ? unpaid : paid).arithmetic;
}
