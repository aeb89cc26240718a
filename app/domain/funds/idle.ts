import { daysBetween, type CalendarDate } from "../shared/calendar-date";
import { fen, type Fen } from "../shared/fen";

export interface ReceivedMoney {
  readonly id: string;
  readonly receivedOn: CalendarDate;
  readonly amountFen: Fen;
}

/** What is left of one receipt, and since when it has lain there. */
export interface LyingMoney {
  readonly receiptId: string;
  readonly receivedOn: CalendarDate;
  readonly leftFen: Fen;
  readonly days: number;
  readonly isIdle: boolean;
}

/**
 * What is left of the receipts of a pot, oldest first: what came first is taken to be spent first. Idle from the day
 * on that is `idleDays` after it came.
 */
export function lyingMoney(
  receipts: readonly ReceivedMoney[],
  spentFen: Fen,
  idleDays: number,
  today: CalendarDate,
): readonly LyingMoney[] {
  let spent: number = spentFen;
  const oldestFirst = [...receipts].sort((a, b) => daysBetween(b.receivedOn, a.receivedOn));
  return oldestFirst.flatMap(({ id, receivedOn, amountFen }) => {
    const used = Math.min(spent, amountFen);
    spent -= used;
    if (used === amountFen) return [];
    const days = daysBetween(receivedOn, today);
    const leftFen = fen(amountFen - used);
    return [{ receiptId: id, receivedOn, leftFen, days, isIdle: days >= idleDays }];
  });
}
