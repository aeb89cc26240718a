import type { MonthDays } from "./attendance";

/** What a line says of the month. */
export interface WrittenWage {
  readonly rateFen: number;
  readonly termDays: number;
  readonly workedDays: number;
  readonly leaveDays: number;
  readonly absentDays: number;
  readonly dueFen: number;
  readonly adjustFen: number;
}

/** Whether a line still says what would be drawn now; null where nothing would be. */
export function isStale(
  line: WrittenWage,
  drawn:
    | (Pick<WrittenWage, "rateFen" | "dueFen" | "adjustFen"> & {
        readonly days: Omit<MonthDays, "openDays">;
      })
    | null,
): boolean {
  if (drawn === null) return true;
  const { days, rateFen, dueFen, adjustFen } = drawn;
  return (
    line.rateFen !== rateFen ||
    line.dueFen !== dueFen ||
    line.adjustFen !== adjustFen ||
    line.termDays !== days.termDays ||
    line.workedDays !== days.workedDays ||
    line.leaveDays !== days.leaveDays ||
    line.absentDays !== days.absentDays
  );
}
