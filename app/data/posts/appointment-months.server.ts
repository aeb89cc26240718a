import { countMarks, daysInPost, type MonthDays } from "~/domain/posts/attendance";
import type { ReceiptStanding } from "~/domain/posts/board-months";
import { lastDayOf } from "~/domain/posts/post";
import type { PaymentState, WageSheetState } from "~/domain/posts/wage";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Fen } from "~/domain/shared/fen";
import { paidAfterLeavingText } from "~/domain/posts/wage-after-leaving";
import { addMonths, monthOf, monthsEnd } from "~/domain/shared/months";
import type { Tx } from "~/platform/prisma/client.server";
import type { AppointmentRecord } from "./appointment-store.server";
import { monthReceipts } from "./month-receipts.server";
import { findPaidAfterLeaving } from "./paid-after-leaving.server";
import { receiptsOf } from "./wage-roster.server";

/** One month of a post: its days, its pay and its receipt, as far as they are there. */
export interface AppointmentMonth {
  /** First day of the month. */
  readonly month: CalendarDate;
  /** First and last day of it in the post. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Null: nothing is entered. */
  readonly days: MonthDays | null;
  /** Null: on no wage sheet. */
  readonly wage: MonthWage | null;
  /** As the board tells it. */
  readonly receipt: ReceiptStanding;
  /** 退岗后多发 or 退岗后发放; empty for nothing, and for a district officer. */
  readonly late: string;
}

export interface MonthWage {
  readonly sheetId: string;
  readonly lineId: string;
  readonly sheetState: WageSheetState;
  /** Null for a district officer, who is told whether it was paid, not how much. */
  readonly payFen: Fen | null;
  /** Null: not sent to the bank. */
  readonly payment: PaymentState | null;
  readonly failReason: string;
  readonly isSigned: boolean;
}

/** The months of the post, the first first. */
export async function monthsOf(
  tx: Tx,
  one: AppointmentRecord,
  readsWhole: boolean,
): Promise<readonly AppointmentMonth[]> {
  const { startsOn } = one;
  const lastDay = lastDayOf(one);
  const attendance = await tx.postAttendance.findMany({
    where: { appointmentId: one.id },
    select: { month: true, marks: true },
  });
  const marks = new Map(attendance.map((row) => [isoOf(row.month), row.marks]));
  const wages = await wagesOf(tx, one.id, readsWhole);
  const receipts = await monthReceipts(tx, one, { marks, wages });
  const late = await lateTexts(tx, one.id, readsWhole);
  const months: AppointmentMonth[] = [];
  for (let month = monthOf(startsOn); month <= one.endsOn; month = addMonths(month, 1)) {
    const inPost = daysInPost(month, { startsOn, lastDay });
    // A month after the last day is shown where it was paid all the same.
    if (inPost === null && !wages.has(month)) continue;
    const days = inPost ?? { from: month, to: monthsEnd(month, 1) };
    const entered = marks.get(month);
    const counted = entered === undefined ? null : countMarks(entered);
    months.push({
      month,
      ...days,
      days: counted,
      wage: wages.get(month) ?? null,
      receipt: receipts.get(month) ?? (wages.get(month)?.isSigned === true ? "signed" : "missing"),
      late: late.get(month) ?? "",
    });
  }
  return months;
}

async function lateTexts(
  tx: Tx,
  id: string,
  readsWhole: boolean,
): Promise<ReadonlyMap<string, string>> {
  const late = readsWhole ? await findPaidAfterLeaving(tx, { appointmentIds: [id] }) : [];
  return new Map(late.map((one) => [one.month, paidAfterLeavingText(one)]));
}

async function wagesOf(tx: Tx, appointmentId: string, readsWhole: boolean) {
  const lines = await tx.wageLine.findMany({
    where: { appointmentId, removedAt: null },
    select: {
      ...{ id: true, month: true, payFen: true, paymentState: true, failReason: true },
      sheet: { select: { id: true, state: true, rosterId: true } },
    },
  });
  const wages = new Map<string, MonthWage>();
  for (const { id, month, payFen, paymentState, failReason, sheet } of lines) {
    const { rosterId } = sheet;
    const receipts = rosterId === null ? null : await receiptsOf(tx, rosterId);
    wages.set(isoOf(month), {
      ...{ sheetId: sheet.id, lineId: id, sheetState: sheet.state as WageSheetState },
      payFen: readsWhole ? (payFen as Fen) : null,
      payment: paymentState as PaymentState | null,
      failReason: readsWhole ? (failReason ?? "") : "",
      isSigned: (receipts?.get(id) ?? null) !== null,
    });
  }
  return wages;
}

function isoOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
