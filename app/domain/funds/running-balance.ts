import type { CalendarDate } from "../shared/calendar-date";
import { fen, type Fen } from "../shared/fen";

/** Money of a pot that came or went on a day; what was paid back goes below nought. */
export interface DatedMoney {
  readonly on: CalendarDate;
  readonly cameFen: number;
  readonly goneFen: number;
}

/** How a pot stood at the end of a day. */
export interface DayBalance {
  readonly on: CalendarDate;
  readonly cameFen: Fen;
  readonly goneFen: Fen;
}

/** How a pot stood on that day and on every later one on which money moved, the earliest first. */
export function balancesFrom(
  moves: readonly DatedMoney[],
  from: CalendarDate,
): readonly DayBalance[] {
  const inOrder = [...moves].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const days = new Map<CalendarDate, DayBalance>();
  let [came, gone] = [0, 0];
  days.set(from, { on: from, cameFen: fen(0), goneFen: fen(0) });
  for (const { on, cameFen, goneFen } of inOrder) {
    came += cameFen;
    gone += goneFen;
    const day = on > from ? on : from;
    days.set(day, { on: day, cameFen: fen(came), goneFen: fen(gone) });
  }
  return [...days.values()];
}

/**
 * The day from which on least can be spent: what is spent on a day must have come by then, and what is spent later has
 * been counted on already.
 */
export function tightestFrom(moves: readonly DatedMoney[], from: CalendarDate): DayBalance {
  return balancesFrom(moves, from).reduce((least, one) => (left(one) < left(least) ? one : least));
}

/**
 * The first day on which less would have come than is gone, were a receipt of that day taken out; null: none. Days on
 * which that is so already tell nothing of the receipt, the last one does.
 */
export function shortWithout(
  moves: readonly DatedMoney[],
  receipt: { readonly receivedOn: CalendarDate; readonly amountFen: Fen },
): DayBalance | null {
  const days = balancesFrom(moves, receipt.receivedOn);
  const last = days.at(-1);
  return (
    days.find((one) => {
      return left(one) < receipt.amountFen && (left(one) >= 0 || one === last);
    }) ?? null
  );
}

const left = ({ cameFen, goneFen }: DayBalance): number => cameFen - goneFen;
