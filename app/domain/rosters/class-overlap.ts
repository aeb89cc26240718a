import type { CalendarDate } from "../shared/calendar-date";
import type { Finding } from "./finding";

/** A class of the same days in which the person stands already; unnamed in another county. */
export interface Overlap {
  readonly className: string | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** The warning about the first of these classes; none, no warning. */
export function overlapFindings(
  sheetRow: number,
  overlaps: readonly Overlap[],
  column: string,
): Finding[] {
  return overlaps.slice(0, 1).map(({ className, startsOn, endsOn }) => {
    const where = className === null ? "其他县的一个培训班" : `“${className}”`;
    const message = `此人同期已在${where}（${startsOn} 至 ${endsOn}）的花名册上。请核对是否重复参训，课时不能重叠。`;
    return { sheetRow, column, kind: "overlapping-class", severity: "warning", message };
  });
}
