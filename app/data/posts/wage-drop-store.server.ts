import { revokeLinks } from "~/data/evidence/signing-link-store.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A line of an approved sheet that may have to go. */
export interface LineToDrop {
  readonly id: string;
  readonly name: string;
  /** His money is with the bank, or with him. */
  readonly isSent: boolean;
  readonly isSigned: boolean;
}

/** The caller holds the sheet and its roster. */
export async function findLineToDrop(
  tx: Tx,
  sheetId: string,
  lineId: string,
): Promise<LineToDrop | null> {
  const line = await tx.wageLine.findFirst({
    where: { id: lineId, sheetId, removedAt: null },
    select: { id: true, name: true, paymentState: true },
  });
  if (line === null) return null;
  const { paymentState, ...facts } = line;
  const signed = await tx.acknowledgement.count({ where: { lineId, voidedAt: null } });
  const isSent = paymentState === "SENT" || paymentState === "PAID";
  return { ...facts, isSent, isSigned: signed > 0 };
}

/** Takes the line off the sheet and the roster alike; what it was to settle waits again. */
export async function dropLine(
  tx: Tx,
  lineId: string,
  reason: string,
  by: { readonly userId: string; readonly now: Date },
): Promise<void> {
  const gone = { removedAt: by.now, removedReason: reason };
  await revokeLinks(tx, { lineIds: [lineId] }, by);
  await tx.wageAdjustment.updateMany({ where: { lineId }, data: { lineId: null } });
  await tx.rosterLine.update({ where: { id: lineId }, data: gone });
  await tx.wageLine.update({ where: { id: lineId }, data: gone });
}
