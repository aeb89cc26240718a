import { numbersFor } from "~/data/rules/numbers.server";
import {
  disbursement,
  outstanding,
  type Disbursement,
  type Outstanding,
} from "~/domain/funds/disbursement";
import { lyingMoney, type LyingMoney } from "~/domain/funds/idle";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import type { MovedMoney } from "./pot-figures.server";
import type { PotRecord } from "./pot-store.server";

/** The money of a pot as the calendar sees it. */
export interface PotClock {
  /** Whether each receipt came within the days its letter gave, by receipt. */
  readonly disbursements: ReadonlyMap<string, Disbursement>;
  /** What has not come; of a pot that was carried over the pot it came from answers for it. */
  readonly outstanding: Outstanding;
  readonly lying: readonly LyingMoney[];
  /** Days after which money that lies counts as idle; null: not known. */
  readonly idleDays: number | null;
}

/** Judges the money of pots of one area in one query, by the limits in force on the day of each letter. */
export async function clockOf(
  tx: Tx,
  regionCode: string,
  pots: readonly PotRecord[],
  moved: ReadonlyMap<string, MovedMoney>,
  today: CalendarDate,
): Promise<ReadonlyMap<string, PotClock>> {
  const letters = [...moved.values()]
    .flatMap((one) => one.receipts)
    .flatMap(({ letterReceivedOn }) => letterReceivedOn ?? []);
  const ofPots = pots.flatMap(({ letterReceivedOn }) => letterReceivedOn ?? []);
  const numbersOn = await numbersFor(tx, regionCode, [today, ...letters, ...ofPots]);
  const idleDays = numbersOn(today)("fund.idleDays")?.value ?? null;
  const limitOn = (on: CalendarDate | null) =>
    numbersOn(on ?? today)("fund.disburseWorkingDays")?.value ?? null;
  const clock = (
    pot: PotRecord,
    { receipts, receivedFen, lying, ...one }: MovedMoney,
  ): PotClock => {
    const { letterReceivedOn, carriedFromId } = pot;
    const cameFen = receivedFen + one.carriedOutFen + one.cameLaterFen;
    const missingFen = fen(carriedFromId === null ? Math.max(0, pot.amountFen - cameFen) : 0);
    const judged = receipts.map((receipt) => {
      const letter = receipt.letterReceivedOn ?? letterReceivedOn;
      const dated = { ...receipt, letterReceivedOn: letter };
      return [receipt.id, disbursement(dated, limitOn(letter))] as const;
    });
    return {
      disbursements: new Map(judged),
      outstanding: outstanding({ letterReceivedOn, missingFen }, limitOn(letterReceivedOn), today),
      ...{ lying: lyingMoney(lying, fen(0), idleDays ?? Infinity, today), idleDays },
    };
  };
  return new Map(
    pots.flatMap((pot) => {
      const figures = moved.get(pot.id);
      return figures === undefined ? [] : [[pot.id, clock(pot, figures)] as const];
    }),
  );
}
