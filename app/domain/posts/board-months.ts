import type { CalendarDate } from "../shared/calendar-date";
import { addMonths, monthOf } from "../shared/months";
import { countMarks } from "./attendance";
import { marksInPost } from "./attendance-entry";
import type { BoardPost } from "./board";
import { lastDayOf } from "./post";
import type { PaymentState } from "./wage";

/** How far the days of a month are entered. */
export type AttendanceStanding = "none" | "part" | "whole";

/**
 * `stated`: a file calls the month signed, and nothing proves it. `missing`: the month, or the post, is over and nobody signed.
 * `notDue`: it is not over. `nothing`: he worked on no day, so there is nothing to sign for.
 */
export type ReceiptStanding = "signed" | "stated" | "missing" | "notDue" | "nothing";

export interface BoardMonth {
  /** First day of the month. */
  readonly month: CalendarDate;
  readonly attendance: AttendanceStanding;
  /** Null: no file has gone to the bank. */
  readonly payment: PaymentState | null;
  readonly receipt: ReceiptStanding;
}

/** What is recorded of a month. */
export interface MonthRecord {
  /** As entered, one letter a day; null while nothing is. */
  readonly marks: string | null;
  /** On a wage sheet. */
  readonly hasLine: boolean;
  readonly payment: PaymentState | null;
  /** A signature stands for what the line says now. */
  readonly isSigned: boolean;
}

const NOTHING: MonthRecord = { marks: null, hasLine: false, payment: null, isSigned: false };

/** Every month of a post in order; `statedReceipts` are months (`YYYY-MM`) that a file calls signed. */
export function boardMonths(
  post: BoardPost & { readonly statedReceipts: readonly string[] },
  records: ReadonlyMap<string, MonthRecord>,
  today: CalendarDate,
): readonly BoardMonth[] {
  const lastDay = lastDayOf(post);
  const months: BoardMonth[] = [];
  for (let month = monthOf(post.startsOn); month <= lastDay; month = addMonths(month, 1)) {
    const record = records.get(month) ?? NOTHING;
    const marks = marksInPost(record.marks, month, { startsOn: post.startsOn, lastDay });
    months.push({
      month,
      attendance: attendanceOf(marks),
      payment: record.payment,
      receipt: receiptOf(post, { ...record, month, marks }, today),
    });
  }
  return months;
}

/** Months to be signed for by now, those of them that are, those only a file calls so, and those that are missed. */
export interface ReceiptCount {
  readonly due: number;
  readonly signed: number;
  readonly stated: number;
  readonly missing: readonly CalendarDate[];
}

export function receiptCount(
  months: readonly Pick<BoardMonth, "month" | "receipt">[],
): ReceiptCount {
  const of = (kind: ReceiptStanding) => months.filter(({ receipt }) => receipt === kind);
  const [signed, stated] = [of("signed").length, of("stated").length];
  const missing = of("missing").map(({ month }) => month);
  return { due: signed + stated + missing.length, signed, stated, missing };
}

function attendanceOf(marks: string): AttendanceStanding {
  const { openDays, termDays } = countMarks(marks);
  if (openDays === termDays) return "none";
  return openDays === 0 ? "whole" : "part";
}

function receiptOf(
  post: BoardPost & { readonly statedReceipts: readonly string[] },
  one: MonthRecord & { readonly month: CalendarDate },
  today: CalendarDate,
): ReceiptStanding {
  if (one.isSigned) return "signed";
  if (post.statedReceipts.includes(one.month.slice(0, 7))) return "stated";
  const isOver = one.month < monthOf(today) || lastDayOf(post) < today;
  if (post.state === "proposed" || !isOver) return "notDue";
  const { openDays, workedDays } = countMarks(one.marks ?? "");
  return openDays === 0 && workedDays === 0 && !one.hasLine ? "nothing" : "missing";
}
