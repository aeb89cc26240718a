import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { carryOverOf, isLockedOn } from "~/domain/funds/carry-over";
import { fundUseRate, investmentCompletionRate, type Rate } from "~/domain/funds/rates";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { areaName } from "./document-view.server";
import { clockOf, type PotClock } from "./pot-clock.server";
import { figuresOf, type MovedMoney } from "./pot-figures.server";
import { findPotsOf, type PotRecord } from "./pot-store.server";

export interface PotLine extends Pick<PotRecord, "id" | "name" | "unitName" | "purpose"> {
  readonly regionCode: string;
  readonly areaName: string;
  readonly amountFen: Fen;
  /** Neither spent nor set aside. */
  readonly leftFen: Fen;
  /** Of it, what can be spent now, and what is locked by carry-over, the end of the year or the final accounts. */
  readonly availableFen: Fen;
  readonly lockedFen: Fen;
  readonly plannedFen: Fen;
  readonly completedFen: Fen;
  readonly receivedFen: Fen;
  readonly spentFen: Fen;
  readonly pendingFen: Fen;
  /** Received, not spent, and lying for as long as the area's limit or longer. */
  readonly idleFen: Fen;
  /** Of the oldest money that lies there; null: none does. */
  readonly oldestDays: number | null;
  /** Receipts that came after the day they were due. */
  readonly lateReceipts: number;
  /** Receipts of which it cannot be told whether they came in time. */
  readonly unjudgedReceipts: number;
  /** What should have come by now and has not. */
  readonly overdueFen: Fen;
  /** Of its performance report, 0 to 100; null before one. */
  readonly score: number | null;
  readonly isLocked: boolean;
  /** Locked because it was carried over, not by the calendar alone. */
  readonly isCarryOver: boolean;
  readonly hasFinalAccounts: boolean;
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

/** The years of which the actor sees pots, the latest first. */
export function potYears(actor: Actor, today: CalendarDate): Promise<readonly number[]> {
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const rows = await tx.fundPot.groupBy({ by: ["year"], where: { voidedAt: null } });
    return rows.map(({ year }) => year).sort((a, b) => b - a);
  });
}

async function linesOf(
  tx: Tx,
  pots: readonly PotRecord[],
  moved: ReadonlyMap<string, MovedMoney>,
  today: CalendarDate,
): Promise<PotLine[]> {
  const clocks = new Map<string, PotClock>();
  for (const area of new Set(pots.map(({ regionCode }) => regionCode))) {
    const own = pots.filter((one) => one.regionCode === area);
    for (const [id, clock] of await clockOf(tx, area, own, moved, today)) clocks.set(id, clock);
  }
  const steps = await tx.closureStep.findMany({
    where: { potId: { in: pots.map(({ id }) => id) }, voidedAt: null },
  });
  const reports = steps.filter(({ step }) => step === "PERFORMANCE");
  const scores = new Map(reports.map(({ potId, score }) => [potId, Number(score)]));
  const final = steps.filter(({ step }) => step === "FINAL_ACCOUNTS").map(({ potId }) => potId);
  return pots.flatMap((pot) => {
    const [money, clock] = [moved.get(pot.id), clocks.get(pot.id)];
    if (money === undefined || clock === undefined) return [];
    const line = lineOf(pot, { ...money, isFinal: final.includes(pot.id) }, clock, today);
    return [{ ...line, score: scores.get(pot.id) ?? null }];
  });
}

function lineOf(
  pot: PotRecord,
  money: MovedMoney & { readonly isFinal: boolean },
  { lying, disbursements, outstanding }: PotClock,
  today: CalendarDate,
): Omit<PotLine, "score"> {
  const { id, name, unitName, purpose, amountFen, regionCode } = pot;
  const leftFen = carryOverOf(pot);
  const isClosed = pot.closedAt !== null;
  const isLocked = (isLockedOn(pot, today) || money.isFinal) && !isClosed;
  const { plannedFen, completedFen, receivedFen, spentFen, pendingFen } = money;
  // What a closed pot holds is nobody's task any more.
  const idle = isClosed ? [] : lying.filter(({ isIdle }) => isIdle);
  const overdueFen = outstanding.kind === "overdue" && !isClosed ? outstanding.missingFen : fen(0);
  const count = (kind: string) =>
    [...disbursements.values()].filter((one) => one.kind === kind).length;
  return {
    ...{ id, name, unitName, purpose, amountFen, isLocked, regionCode },
    ...{ plannedFen, completedFen, receivedFen, spentFen, pendingFen },
    ...{ areaName: areaName(regionCode), leftFen, isClosed, isCarryOver: pot.isLocked },
    availableFen: isLocked || isClosed ? fen(0) : leftFen,
    lockedFen: isLocked ? leftFen : fen(0),
    ...{ overdueFen, hasFinalAccounts: money.isFinal },
    unjudgedReceipts: count("cannotTell"),
    idleFen: fen(idle.reduce((sum, { leftFen }) => sum + leftFen, 0)),
    oldestDays: lying[0]?.days ?? null,
    lateReceipts: count("late"),
  };
}
