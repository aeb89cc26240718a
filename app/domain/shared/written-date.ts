import { calendarDate, compareDays } from "./calendar-date";
import type { CalendarDate } from "./calendar-date";

/** First and last day of something; the last is null when only one day is written. */
export interface Period {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
}

const MARK = "[-./年]";
const MONTH_MARK = "[-./月]";
const CLOCK = /(?<=[\d日号])[\sT]+\d{1,2}[:时]\d{1,2}.*$/;
const FULL_DAY = `(\\d{4})${MARK}(\\d{1,2})${MONTH_MARK}(\\d{1,2})[日号]?`;
const BETWEEN = "(?:起)?(?:-+|~+|—+|–+|―+|至|到)";
const ONE_DAY = new RegExp(`^${FULL_DAY}$`);
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const TWO_DAYS = new RegExp(
  `^${FULL_DAY}${BETWEEN}(?:(\\d{4})${MARK})?(?:(\\d{1,2})${MONTH_MARK})?(\\d{1,2})[日号]?止?(?:\\(.*\\))?$`,
);
const TWO_COMPACT_DAYS = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${BETWEEN}(\\d{4})(\\d{2})(\\d{2})$`);

/**
 * A day as people write it in a cell: 2020-06-01, 2020/6/1, 2020.6.1, 2020年6月1日, 20200601, a
 * full-width form of these, or one followed by a time of day. Null for anything else, also for a
 * bare number of days since 1900: only the reader knows the workbook's epoch.
 */
export function parseWrittenDate(text: string): CalendarDate | null {
  const plain = squeezed(text);
  const match = COMPACT_DAY.exec(plain) ?? ONE_DAY.exec(plain);
  return match === null ? null : fromParts(match[1], match[2], match[3]);
}

let last: { readonly text: string; readonly period: Period | null } = { text: "", period: null };

/**
 * A period as people write it: 2020年6月1日至6月15日, 2020.6.8-2020.6.22, 2020/6/8~22, or a single
 * day. Year and month missing from the end are those of the beginning. Null when a day is not real
 * or the end comes first. The last answer is remembered: a roster repeats its period on every line.
 */
export function parseWrittenPeriod(text: string): Period | null {
  if (text !== last.text) last = { text, period: readPeriod(text) };
  return last.period;
}

function readPeriod(text: string): Period | null {
  const plain = squeezed(text);
  const single = parseWrittenDate(plain);
  if (single !== null) return { startsOn: single, endsOn: null };
  const match = TWO_COMPACT_DAYS.exec(plain) ?? TWO_DAYS.exec(plain);
  if (match === null) return null;
  const startsOn = fromParts(match[1], match[2], match[3]);
  const endsOn = fromParts(match[4] ?? match[1], match[5] ?? match[2], match[6]);
  if (startsOn === null || endsOn === null || compareDays(endsOn, startsOn) < 0) return null;
  return { startsOn, endsOn };
}

/**
 * Without blanks, in half width: 2020 年 6 月 and ２０２０年６月 are the same writing. A time of day
 * goes first, as only the blank before it parts day from hour.
 */
function squeezed(text: string): string {
  return text
    .normalize("NFKC")
    .replace(CLOCK, "")
    .replace(/[\s\u200b-\u200d\ufeff]+/g, "");
}

function fromParts(year?: string, month?: string, date?: string): CalendarDate | null {
  return calendarDate(Number(year), Number(month), Number(date));
}
