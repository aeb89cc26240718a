import type { Actor } from "~/domain/access/actor";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { askedBack } from "./clawback-store.server";

/** A line as the form that asks its money back needs it. */
export interface AskedBackLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly isPaid: boolean;
  /** What was not asked back yet. */
  readonly leftFen: Fen;
  readonly isOpen: boolean;
}

/** Null: no such line of the claim. */
export function viewAskedBack(
  actor: Actor,
  batchId: string,
  lineId: string | undefined,
): Promise<AskedBackLine | null> {
  if (!isUuid(lineId)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const line = await tx.claimLine.findFirst({ where: { id: lineId, batchId, removedAt: null } });
    if (line === null) return null;
    const { sumFen, isOpen } = await askedBack(tx, lineId);
    const { id, lineNo, name, paymentState } = line;
    const leftFen = fen(line.amountFen - sumFen);
    return { id, lineNo, name, isPaid: paymentState === "PAID", leftFen, isOpen };
  });
}
