import type { PotFigures } from "~/domain/funds/rates";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import { dividedReceipts, type ReceiptMoney } from "./divided-receipts.server";

/** What moved in a pot; voided entries count nowhere. What was carried over counts where it went. */
export interface MovedMoney extends PotFigures {
  /** Entered and not yet reviewed. */
  readonly pendingFen: Fen;
  readonly pendingCount: number;
  /** Entered for this pot itself, whatever was carried over of it. */
  readonly receipts: readonly ReceiptMoney[];
  /** Money of earlier pots, with the days on which it came there. */
  readonly carriedIn: readonly ReceiptMoney[];
  /** What had come and went into pots of later years. */
  readonly carriedOutFen: Fen;
  /** Came when its rest had gone into later years, and was entered there. */
  readonly cameLaterFen: Fen;
  /** What has come and is neither spent nor carried over, by receipt. */
  readonly lying: readonly ReceiptMoney[];
}

/** The figures of many pots in few queries, by pot; of each stated progress the latest day counts. */
export async function figuresOf(
  tx: Tx,
  potIds: readonly string[],
): Promise<ReadonlyMap<string, MovedMoney>> {
  const where = { potId: { in: [...potIds] }, voidedAt: null };
  const pots = await tx.fundPot.findMany({
    where: { id: { in: [...potIds] } },
    select: { id: true, plannedFen: true },
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
  const divided = await dividedReceipts(tx, potIds);
  return new Map(pots.map((pot) => [pot.id, figures(pot)]));

  function figures({ id, plannedFen }: { id: string; plannedFen: bigint }): MovedMoney {
    const went = spending.filter(({ potId }) => potId === id);
    // What comes from claims was approved there by two offices.
    const counts = (one: (typeof went)[number]) =>
      one.reviewedAt !== null || one.claimPaymentId !== null;
    const { own, carriedIn, carriedOut, lying, cameLaterFen } = divided(id);
    return {
      plannedFen: fen(Number(plannedFen)),
      completedFen: fen(Number(progress.find(({ potId }) => potId === id)?.completedFen ?? 0n)),
      receivedFen: fen(total(own) + total(carriedIn) - total(carriedOut)),
      spentFen: sum(went.filter(counts)),
      pendingFen: sum(went.filter((one) => !counts(one))),
      pendingCount: went.filter((one) => !counts(one)).length,
      ...{ receipts: own, carriedIn, carriedOutFen: fen(total(carriedOut)), lying },
      cameLaterFen,
    };
  }
}

function sum(rows: readonly { readonly amountFen: bigint }[]): Fen {
  return fen(Number(rows.reduce((all, { amountFen }) => all + amountFen, 0n)));
}

const total = (money: readonly ReceiptMoney[]): number =>
  money.reduce((all, { amountFen }) => all + amountFen, 0);
