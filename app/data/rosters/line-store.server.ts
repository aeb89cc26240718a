import type { SearchedNumber } from "~/domain/rosters/searched-number";
import { idCardIndex, phoneIndex } from "~/platform/crypto/blind-index.server";
import { isUuid } from "~/platform/http/list-address.server";
import { platform } from "~/platform/platform.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

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

export interface LineWithNumber {
  readonly lineId: string;
  readonly rosterId: string;
  readonly personId: string;
  readonly countyCode: string;
}

/**
 * The two latest standing lines in scope with this number, on one class's roster or on any. Found by the
 * keyed index: nothing is opened on the way.
 */
export function findLinesByNumber(
  tx: Tx,
  searched: SearchedNumber,
  rosterId: string | null,
): Promise<LineWithNumber[]> {
  const ring = platform().keyRing;
  const condition =
    searched.kind === "idCard"
      ? Prisma.sql`id_index = ${idCardIndex(ring, searched.number)}`
      : Prisma.sql`phone_index = ${phoneIndex(ring, searched.number)}`;
  const onRoster = rosterId === null ? Prisma.sql`TRUE` : Prisma.sql`roster_id = ${rosterId}::uuid`;
  return tx.$queryRaw<LineWithNumber[]>`
    SELECT id AS "lineId", roster_id AS "rosterId", person_id AS "personId",
      county_code AS "countyCode"
    FROM roster_line l WHERE ${condition} AND ${onRoster} AND removed_at IS NULL
      AND EXISTS (SELECT FROM roster r WHERE r.id = l.roster_id AND r.kind = 'TRAINING')
    ORDER BY created_at DESC, id LIMIT 2`;
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
