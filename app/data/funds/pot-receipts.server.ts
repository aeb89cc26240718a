import type { Disbursement } from "~/domain/funds/disbursement";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import type { ReceiptMoney } from "./divided-receipts.server";
import type { PotClock } from "./pot-clock.server";

export interface ReceiptLine {
  readonly id: string;
  /** The pot it was entered for: another one for what was carried over. */
  readonly potId: string;
  readonly isCarried: boolean;
  readonly receivedOn: CalendarDate;
  readonly letterReceivedOn: CalendarDate | null;
  readonly fromUnit: string;
  readonly amountFen: Fen;
  readonly voucherNo: string;
  readonly isVoided: boolean;
  /** Null: voided, and judged no more. */
  readonly disbursement: Disbursement | null;
  /** What of it is not spent; null once all of it is. */
  readonly lying: { readonly leftFen: Fen; readonly days: number; readonly isIdle: boolean } | null;
}

/** A pot gets its money in some instalments; more than these are not shown. */
const MOST_RECEIPTS = 200;

/** The receipts of a pot and what was carried into it, the latest first, voided ones among them. */
export async function receiptLines(
  tx: Tx,
  potId: string,
  clock: PotClock,
  carriedIn: readonly ReceiptMoney[],
): Promise<readonly ReceiptLine[]> {
  const rows = await tx.fundReceipt.findMany({
    where: { OR: [{ potId }, { id: { in: carriedIn.map(({ id }) => id) } }] },
    orderBy: [{ receivedOn: "desc" }, { id: "desc" }],
    take: MOST_RECEIPTS,
  });
  return rows.map(({ id, fromUnit, voucherNo, ...row }) => {
    const carried = carriedIn.find((one) => one.id === id);
    const lies = clock.lying.find(({ receiptId }) => receiptId === id);
    return {
      ...{ id, fromUnit, voucherNo, potId: row.potId, isCarried: carried !== undefined },
      amountFen: carried?.amountFen ?? fen(Number(row.amountFen)),
      receivedOn: toDay(row.receivedOn),
      letterReceivedOn: row.letterReceivedOn === null ? null : toDay(row.letterReceivedOn),
      isVoided: row.voidedAt !== null,
      disbursement: clock.disbursements.get(id) ?? null,
      lying:
        lies === undefined ? null : { leftFen: lies.leftFen, days: lies.days, isIdle: lies.isIdle },
    };
  });
}

const toDay = (at: Date): CalendarDate => day(at.toISOString().slice(0, 10));
