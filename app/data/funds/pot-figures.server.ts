import type { ReceivedMoney } from "~/domain/funds/idle";
import type { PotFigures } from "~/domain/funds/rates";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";

/** Money that came, with the day its letter did; null where that is not known. */
export interface ReceiptMoney extends ReceivedMoney {
  readonly letterReceivedOn: CalendarDate | null;
}

/** What moved in a pot; voided entries count nowhere. */
export interface MovedMoney extends PotFigures {
  /** Entered and not yet reviewed. */
  readonly pendingFen: Fen;
  readonly pendingCount: number;
  /** Taken into pots of later years: it lies here no more. */
  readonly carriedFen: Fen;
  readonly receipts: readonly ReceiptMoney[];
}

/** The figures of many pots in five queries, by pot; of each stated progress the latest day counts. */
export async function figuresOf(
  tx: Tx,
  potIds: readonly string[],
): Promise<ReadonlyMap<string, MovedMoney>> {
  const where = { potId: { in: [...potIds] }, voidedAt: null };
  const pots = await tx.fundPot.findMany({
    where: { id: { in: [...potIds] } },
    select: { id: true, plannedFen: true },
  });
  const receipts = await tx.fundReceipt.findMany({
    where,
    select: { id: true, potId: true, receivedOn: true, letterReceivedOn: true, amountFen: true },
    orderBy: [{ receivedOn: "asc" }, { id: "asc" }],
  });
  const spending = await tx.expenditure.findMany({
    where,
    select: { potId: true, amountFen: true, reviewedAt: true, claimPaymentId: true },
  });
  const progress = await tx.investmentProgress.findMany({
    where,
    select: { potId: true, completedFen: true },
    distinct: ["potId"],
    orderBy: [{ potId: "asc" }, { asOf: "desc" }, { recordedAt: "desc" }],
  });
  const carried = await tx.fundPot.findMany({
    where: { carriedFromId: { in: [...potIds] }, voidedAt: null },
    select: { carriedFromId: true, amountFen: true },
  });
  return new Map(pots.map((pot) => [pot.id, figures(pot)]));

  function figures({ id, plannedFen }: { id: string; plannedFen: bigint }): MovedMoney {
    const came = receipts.filter(({ potId }) => potId === id);
    const went = spending.filter(({ potId }) => potId === id);
    // What comes from claims was approved there by two offices.
    const counts = (one: (typeof went)[number]) =>
      one.reviewedAt !== null || one.claimPaymentId !== null;
    return {
      plannedFen: fen(Number(plannedFen)),
      completedFen: fen(Number(progress.find(({ potId }) => potId === id)?.completedFen ?? 0n)),
      receivedFen: sum(came),
      spentFen: sum(went.filter(counts)),
      pendingFen: sum(went.filter((one) => !counts(one))),
      pendingCount: went.filter((one) => !counts(one)).length,
      carriedFen: sum(carried.filter(({ carriedFromId }) => carriedFromId === id)),
      receipts: came.map((one) => ({
        ...{ id: one.id, amountFen: fen(Number(one.amountFen)) },
        receivedOn: toDay(one.receivedOn),
        letterReceivedOn: one.letterReceivedOn === null ? null : toDay(one.letterReceivedOn),
      })),
    };
  }
}

function sum(rows: readonly { readonly amountFen: bigint }[]): Fen {
  return fen(Number(rows.reduce((total, { amountFen }) => total + amountFen, 0n)));
}

const toDay = (at: Date): CalendarDate => day(at.toISOString().slice(0, 10));
