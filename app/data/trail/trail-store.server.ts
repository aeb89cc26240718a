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

/** Many events of one actor and action in one statement, in the order given; detail as JSON. */
export async function leaveTrailsInBulk(
  client: PoolClient,
  shared: Pick<TrailEntry, "at" | "actorId" | "actorName" | "action" | "subjectKind">,
  entries: readonly Pick<TrailEntry, "subjectId" | "countyCode" | "detail">[],
): Promise<void> {
  const { at, actorId, actorName, action, subjectKind } = shared;
  await client.query(
    `SELECT leave_trail($1, $2, $3, $4, $5, e.subject, e.county, e.detail)
     FROM (SELECT * FROM unnest($6::text[], $7::text[], $8::text[]) WITH ORDINALITY
       AS u (subject, county, detail, place) ORDER BY place) AS e`,
    [
      ...[at, actorId, actorName, action, subjectKind],
      entries.map(({ subjectId }) => subjectId),
      entries.map(({ countyCode }) => countyCode),
      entries.map(({ detail }) => JSON.stringify(detail)),
    ],
  );
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
