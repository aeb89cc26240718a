import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface StandingLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
}

/** A line that stands on this roster; null when it was removed, or stands elsewhere. */
export function findStandingLine(
  tx: Tx,
  rosterId: string,
  lineId: string,
): Promise<StandingLine | null> {
  if (!isUuid(lineId)) return Promise.resolve(null);
  return tx.rosterLine.findFirst({
    where: { id: lineId, rosterId, removedAt: null },
    select: { id: true, lineNo: true, name: true },
  });
}

/** Takes the line off the roster; it stays in the table as history. */
export async function markRemoved(
  tx: Tx,
  lineId: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.rosterLine.updateMany({
    where: { id: lineId, removedAt: null },
    data: { removedAt: now, removedReason: reason },
  });
  return count === 1;
}
