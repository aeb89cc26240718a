import type { PoolClient } from "pg";
import type { TrailEntry } from "~/domain/trail/trail-event";
import type { Tx } from "~/platform/prisma/client.server";

/**
 * Writes the event in the caller's transaction. Call it last: from here to the commit the chain's
 * head is locked for every other writer.
 */
export async function leaveTrail(tx: Tx, entry: TrailEntry): Promise<void> {
  const detail = JSON.stringify(entry.detail);
  await tx.$executeRaw`SELECT leave_trail(${entry.at}::timestamptz, ${entry.actorId}::uuid,
    ${entry.actorName}, ${entry.action}, ${entry.subjectKind}, ${entry.subjectId},
    ${entry.countyCode}, ${detail})`;
}

/** The same for a transaction of bulk SQL. */
export async function leaveTrailInBulk(client: PoolClient, entry: TrailEntry): Promise<void> {
  await client.query("SELECT leave_trail($1, $2, $3, $4, $5, $6, $7, $8)", [
    entry.at,
    entry.actorId,
    entry.actorName,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.countyCode,
    JSON.stringify(entry.detail),
  ]);
}
