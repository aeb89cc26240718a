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

/** So much of the oldest money, and what stays; less than asked for where less has come. */
export function oldestOf<Money extends ReceivedMoney>(
  money: readonly Money[],
  amount: Fen,
): { readonly taken: readonly Money[]; readonly rest: readonly Money[] } {
  const [taken, rest]: [Money[], Money[]] = [[], []];
  let wanted: number = amount;
  const oldestFirst = [...money].sort((a, b) => daysBetween(b.receivedOn, a.receivedOn));
  for (const one of oldestFirst) {
    const used = Math.min(Math.max(wanted, 0), one.amountFen);
    wanted -= used;
    if (used > 0) taken.push({ ...one, amountFen: fen(used) });
    if (used < one.amountFen) rest.push({ ...one, amountFen: fen(one.amountFen - used) });
  }
  return { taken, rest };
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
  return oldestOf(receipts, spentFen).rest.map(({ id, receivedOn, amountFen }) => {
    const days = daysBetween(receivedOn, today);
    return { receiptId: id, receivedOn, leftFen: amountFen, days, isIdle: days >= idleDays };
  });
}
