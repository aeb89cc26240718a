import { numbersFor } from "~/data/rules/numbers.server";
import { disbursement, type Disbursement } from "~/domain/funds/disbursement";
import { lyingMoney, type LyingMoney } from "~/domain/funds/idle";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import type { MovedMoney } from "./pot-figures.server";

/** The money of a pot as the calendar sees it. */
export interface PotClock {
  /** Whether each receipt came within the days its letter gave, by receipt. */
  readonly disbursements: ReadonlyMap<string, Disbursement>;
  readonly lying: readonly LyingMoney[];
  /** Days after which money that lies counts as idle; null: not known. */
  readonly idleDays: number | null;
}

/** Judges the receipts of pots of one area in one query, by the limits in force on the day of each letter. */
export async function clockOf(
  tx: Tx,
  regionCode: string,
  pots: ReadonlyMap<string, MovedMoney>,
  today: CalendarDate,
): Promise<ReadonlyMap<string, PotClock>> {
  const receipts = [...pots.values()].flatMap((one) => one.receipts);
  const letters = receipts.flatMap(({ letterReceivedOn }) => letterReceivedOn ?? []);
  const numbersOn = await numbersFor(tx, regionCode, [today, ...letters]);
  const idleDays = numbersOn(today)("fund.idleDays")?.value ?? null;
  const limitOn = (on: CalendarDate) => numbersOn(on)("fund.disburseWorkingDays")?.value ?? null;
  const clock = ({ receipts: came, spentFen, carriedFen }: MovedMoney): PotClock => ({
    disbursements: new Map(
      came.map((one) => [one.id, disbursement(one, limitOn(one.letterReceivedOn ?? today))]),
    ),
    lying: lyingMoney(came, fen(spentFen + carriedFen), idleDays ?? Infinity, today),
    idleDays,
  });
  return new Map([...pots].map(([id, moved]) => [id, clock(moved)]));
}
