import type { CalendarDate } from "../shared/calendar-date";
import { sameName } from "../people/same-person";
import { withoutBlanks } from "../shared/cell-text";
import { monthsEnd } from "../shared/months";
import { RECEIPT_MONTHS, receiptField, type ReceiptMonth } from "./layouts/post";
import type { PostContext, PostReading } from "./post-row";

/** The days of a post, both counted. */
export interface PostDays {
  readonly startsOn: CalendarDate;
  /** The last day in the post. */
  readonly lastOn: CalendarDate;
}

const YES = /^(?:已?签(?:收|字|领|名)?|已(?:签收|领|领取|发)|签收|是|有|√|✓|✔|☑|y|yes|true|1)$/;
const NO = /^(?:未签?(?:收|字|领|名)?|没有?签?|否|无|×|✕|✗|x|n|no|false|0|[-－—/]+)$/;

/**
 * Months (YYYY-MM) that a line calls signed, in order. A number without a year is the month of the term; a
 * month outside it is the one nearest to it.
 */
export function readReceipts(reading: PostReading, days: PostDays, name: string | null): string[] {
  const signed = RECEIPT_MONTHS.filter((month) => isSigned(reading, month, name) === true);
  return signed.map((month) => monthNear(month, days)).sort();
}

/** What is said about the receipts: months of the post without one, months outside it with one, odd words. */
export function checkReceipts(
  reading: PostReading,
  days: PostDays,
  name: string | null,
  context: Pick<PostContext, "today" | "cutOffOn" | "lastSigned">,
): void {
  for (const month of RECEIPT_MONTHS) {
    const said = isSigned(reading, month, name);
    const which = monthNear(month, days);
    const isInside = which >= days.startsOn.slice(0, 7) && which <= days.lastOn.slice(0, 7);
    const field = receiptField(month);
    if (said === null) {
      const message = `认不出这一格，${monthText(which)}按没有签收记。本人签收了的请填“已签”，由别人代领的请查明后补本人签收。`;
      reading.add(field, "receipt-unreadable", "warning", message);
    } else if (said && !isInside) {
      const message = `${monthText(which)}不在聘用期内（${days.startsOn} 至 ${days.lastOn}），却填了已签。请核对聘用日期；没有上岗的月份不能发补贴。`;
      reading.add(field, "receipt-outside-term", "warning", message);
    } else if (!said && isInside && isDue(reading, month, which, context)) {
      const message = `${monthText(which)}在聘用期内，没有签收。请查明补贴是否发到本人，补上签收单。`;
      reading.add(field, "receipt-missing", "warning", message);
    }
  }
}

/**
 * Whether a receipt should be there: the file has the column, the month is over, and somebody in the file has signed
 * for it or for a later one. Columns printed ahead of the payment are nobody's fault.
 */
function isDue(
  reading: PostReading,
  month: ReceiptMonth,
  which: string,
  { today, cutOffOn, lastSigned }: Pick<PostContext, "today" | "cutOffOn" | "lastSigned">,
): boolean {
  if (reading.columns.at[receiptField(month)] < 0) return false;
  if (lastSigned === null || which > lastSigned) return false;
  const lastDay = monthsEnd(`${which}-01` as CalendarDate, 1);
  return lastDay < today && (cutOffOn === null || lastDay <= cutOffOn);
}

/** Null: neither yes nor no. The person's own name is his signature, a date its day. */
function isSigned(reading: PostReading, month: ReceiptMonth, name: string | null): boolean | null {
  const field = receiptField(month);
  const plain = withoutBlanks(reading.text(field).normalize("NFKC")).toLowerCase();
  if (plain === "" || NO.test(plain)) return false;
  if (YES.test(plain) || reading.kind(field) === "date") return true;
  return name !== null && sameName(plain, name) ? true : null;
}

function monthNear(month: ReceiptMonth, { startsOn, lastOn }: PostDays): string {
  const [from, to] = [counted(startsOn), counted(lastOn)];
  const first = Math.floor(from / 12) - 1;
  const years = Array.from({ length: Math.floor(to / 12) + 2 - first }, (_, at) => first + at);
  const away = (one: number) => Math.max(from - one, one - to, 0);
  const nearest = years
    .map((year) => year * 12 + month - 1)
    .reduce((best, one) => (away(one) < away(best) ? one : best));
  const year = Math.floor(nearest / 12);
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** Months since year 0. */
function counted(on: CalendarDate): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;
}

/** 2020-04 as 2020年4月. */
export function monthText(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}
