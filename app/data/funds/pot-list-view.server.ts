import { numbersFor } from "~/data/rules/numbers.server";
import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { carryOverOf } from "~/domain/funds/carry-over";
import { lyingMoney } from "~/domain/funds/idle";
import { fundUseRate, investmentCompletionRate, type Rate } from "~/domain/funds/rates";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { areaName } from "./document-view.server";
import { figuresOf, type MovedMoney } from "./pot-figures.server";
import { findPotsOf, type PotRecord } from "./pot-store.server";

export interface PotLine extends Pick<PotRecord, "id" | "name" | "unitName" | "purpose"> {
  readonly areaName: string;
  readonly amountFen: Fen;
  /** Neither spent nor set aside. */
  readonly leftFen: Fen;
  readonly receivedFen: Fen;
  readonly spentFen: Fen;
  readonly pendingFen: Fen;
  /** Received, not spent, and lying for as long as the area's limit or longer. */
  readonly idleFen: Fen;
  /** Of the oldest money that lies there; null: none does. */
  readonly oldestDays: number | null;
  readonly isLocked: boolean;
  readonly isClosed: boolean;
}

export interface PotList {
  readonly pots: readonly PotLine[];
  readonly completion: Rate;
  readonly use: Rate;
  /** There are more than the list and its rates take in. */
  readonly hasMore: boolean;
}

const MOST_POTS = 500;

/** The standing pots of a year in the actor's areas, or one of them, with both rates over all of them. */
export async function viewPots(
  actor: Actor,
  asked: { readonly year: number; readonly regionCode: string | null },
  today: CalendarDate,
): Promise<PotList> {
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const found = await findPotsOf(tx, asked, MOST_POTS + 1);
    const pots = found.slice(0, MOST_POTS);
    const moved = await figuresOf(
      tx,
      pots.map(({ id }) => id),
    );
    const all = [...moved.values()];
    return {
      pots: await linesOf(tx, pots, moved, today),
      ...{ completion: investmentCompletionRate(all), use: fundUseRate(all) },
      hasMore: found.length > MOST_POTS,
    };
  });
}

async function linesOf(
  tx: Tx,
  pots: readonly PotRecord[],
  moved: ReadonlyMap<string, MovedMoney>,
  today: CalendarDate,
): Promise<PotLine[]> {
  const limits = new Map<string, number>();
  for (const area of new Set(pots.map(({ regionCode }) => regionCode))) {
    const numbers = (await numbersFor(tx, area, [today]))(today);
    limits.set(area, numbers("fund.idleDays")?.value ?? Infinity);
  }
  return pots.flatMap((pot) => {
    const money = moved.get(pot.id);
    const limit = limits.get(pot.regionCode) ?? Infinity;
    return money === undefined ? [] : [lineOf(pot, money, limit, today)];
  });
}

function lineOf(pot: PotRecord, money: MovedMoney, limit: number, today: CalendarDate): PotLine {
  const { id, name, unitName, purpose, amountFen, isLocked, regionCode } = pot;
  const { receivedFen, spentFen, pendingFen } = money;
  const lying = lyingMoney(money.receipts, spentFen, limit, today);
  const idle = lying.filter(({ isIdle }) => isIdle);
  return {
    ...{ id, name, unitName, purpose, amountFen, receivedFen, spentFen, pendingFen, isLocked },
    ...{ areaName: areaName(regionCode), leftFen: carryOverOf(pot) },
    isClosed: pot.closedAt !== null,
    idleFen: fen(idle.reduce((sum, { leftFen }) => sum + leftFen, 0)),
    oldestDays: lying[0]?.days ?? null,
  };
}
