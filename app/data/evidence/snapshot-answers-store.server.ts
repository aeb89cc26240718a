import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { AnswerFacts } from "./verification-store.server";

export interface SnapshotInForce {
  readonly id: string;
  /** The day the registry's data is of. */
  readonly exportedOn: string;
}

/** The registry export to ask about a day (`YYYY-MM-DD`) in a county; null when none covers it. */
export async function findSnapshotInForce(
  tx: Tx,
  countyCode: string,
  on: string,
): Promise<SnapshotInForce | null> {
  const rows = await tx.$queryRaw<SnapshotInForce[]>`
    SELECT id, exported_on::text AS "exportedOn" FROM registry_snapshot
    WHERE id = snapshot_in_force(${countyCode}, ${on}::date)`;
  return rows[0] ?? null;
}

export interface SnapshotCounts {
  readonly found: number;
  readonly notFound: number;
  /** Found under the number, but with another name. */
  readonly otherName: number;
}

/** Asks the export about every standing line of the roster and writes what it says. */
export async function saveSnapshotAnswers(
  tx: Tx,
  snapshotId: string,
  facts: AnswerFacts,
): Promise<SnapshotCounts> {
  if (!isUuid(snapshotId)) throw new Error("not a snapshot id");
  const { rosterId, event, eventOn, verifiedOn, userId, now } = facts;
  const rows = await tx.$queryRaw<SnapshotCounts[]>`
    WITH lines AS (
      SELECT id, roster_id, person_id, county_code, id_index, name FROM roster_line
      WHERE roster_id = ${rosterId}::uuid AND removed_at IS NULL),
    matches AS (
      SELECT DISTINCT ON (id_index) id_index, category, name FROM registry_matches(
        ${snapshotId}::uuid, (SELECT array_agg(id_index) FROM lines))),
    written AS (
      INSERT INTO verification (id, line_id, roster_id, person_id, county_code, event, event_on,
        source, snapshot_id, category, verified_on, recorded_by, recorded_at)
      SELECT gen_random_uuid(), l.id, l.roster_id, l.person_id, l.county_code, ${event},
        ${eventOn}::date, 'snapshot', ${snapshotId}::uuid, m.category, ${verifiedOn}::date,
        ${userId}::uuid, ${now}::timestamptz
      FROM lines l LEFT JOIN matches m ON m.id_index = l.id_index
      RETURNING category)
    SELECT (SELECT count(category)::int FROM written) AS found,
      (SELECT count(*)::int FROM written WHERE category IS NULL) AS "notFound",
      (SELECT count(*)::int FROM lines l JOIN matches m ON m.id_index = l.id_index
        WHERE m.name <> l.name) AS "otherName"`;
  return rows[0] ?? { found: 0, notFound: 0, otherName: 0 };
}
