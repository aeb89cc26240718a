import type { Actor } from "~/domain/access/actor";
import type { Searched } from "~/domain/rosters/searched-number";
import { idCardIndex, phoneIndex } from "~/platform/crypto/blind-index.server";
import { platform } from "~/platform/platform.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A line that carries the number; its id stands for the number in addresses. */
export interface NumberHit {
  readonly lineId: string;
  readonly rosterId: string;
  /** Whether other standing lines in scope carry it too. */
  readonly isOneOfMany: boolean;
}

/**
 * The latest standing line in scope with this number, on one roster or on any. Found by the keyed
 * index: nothing is opened on the way.
 */
export async function findByNumber(
  actor: Actor,
  searched: Extract<Searched, { kind: "idCard" | "phone" }>,
  rosterId: string | null = null,
): Promise<NumberHit | null> {
  const ring = platform().keyRing;
  const condition =
    searched.kind === "idCard"
      ? Prisma.sql`id_index = ${idCardIndex(ring, searched.number)}`
      : Prisma.sql`phone_index = ${phoneIndex(ring, searched.number)}`;
  const onRoster = rosterId === null ? Prisma.sql`TRUE` : Prisma.sql`roster_id = ${rosterId}::uuid`;
  const hits = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<{ lineId: string; rosterId: string }[]>`
      SELECT id AS "lineId", roster_id AS "rosterId" FROM roster_line
      WHERE ${condition} AND ${onRoster} AND removed_at IS NULL
      ORDER BY created_at DESC, id LIMIT 2`,
  );
  const [first] = hits;
  return first === undefined ? null : { ...first, isOneOfMany: hits.length > 1 };
}
