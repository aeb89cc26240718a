import type { PovertyStatus } from "~/domain/people/poverty-status";
import type { RosterState } from "~/domain/rosters/roster";
import type { Tx } from "~/platform/prisma/client.server";

/** What one snapshot said of the person. */
export interface RegistryHistoryLine {
  readonly snapshotId: string;
  readonly exportedOn: string;
  readonly regionCode: string;
  /** False: the person is not in it. */
  readonly isRegistered: boolean;
  readonly category: PovertyStatus | null;
  readonly liftedYear: number | null;
}

export interface PersonRosterLine {
  readonly rosterId: string;
  readonly className: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: RosterState;
  readonly lineNo: number;
  readonly verifiedOn: string | null;
  readonly verifiedCategory: PovertyStatus | null;
}

/** Somebody saw the number in full. */
export interface RevealLine {
  readonly seq: string;
  readonly at: string;
  readonly actorName: string;
  readonly reason: string;
}

const MOST_LINES = 100;

/** The person in every snapshot that covers the county. */
export function historyOf(tx: Tx, idIndex: Uint8Array, county: string) {
  const covering = [county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`];
  return tx.$queryRaw<RegistryHistoryLine[]>`
    SELECT s.id AS "snapshotId", to_char(s.exported_on, 'YYYY-MM-DD') AS "exportedOn",
      s.region_code AS "regionCode", e.id_index IS NOT NULL AS "isRegistered",
      nullif(e.category, '') AS category, e.lifted_year AS "liftedYear"
    FROM registry_snapshot s LEFT JOIN registry_entry e
      ON e.snapshot_id = s.id AND e.id_index = ${Buffer.from(idIndex)}
    WHERE s.state = 'ready' AND s.region_code = ANY (${covering})
    ORDER BY s.exported_on DESC, s.imported_at DESC LIMIT ${MOST_LINES}`;
}

export function rostersOf(tx: Tx, personId: string) {
  return tx.$queryRaw<PersonRosterLine[]>`
    SELECT r.id AS "rosterId", c.name || '（' || c.term || '）' AS "className",
      to_char(c.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(c.ends_on, 'YYYY-MM-DD') AS "endsOn",
      r.state, l.line_no AS "lineNo", to_char(l.verified_on, 'YYYY-MM-DD') AS "verifiedOn",
      nullif(l.verified_category, '') AS "verifiedCategory"
    FROM roster_line l JOIN roster r ON r.id = l.roster_id
      JOIN training_class c ON c.id = r.class_id
    WHERE l.person_id = ${personId}::uuid AND l.removed_at IS NULL
    ORDER BY c.starts_on DESC LIMIT ${MOST_LINES}`;
}

export async function revealsOf(tx: Tx, personId: string): Promise<RevealLine[]> {
  const rows = await tx.$queryRaw<{ seq: bigint; at: Date; actorName: string; reason: string }[]>`
    SELECT seq, at, actor_name AS "actorName", coalesce(detail::jsonb ->> 'reason', '') AS reason
    FROM trail_event
    WHERE subject_kind = 'person' AND subject_id = ${personId} AND action = 'people.revealNumber'
    ORDER BY seq DESC LIMIT ${MOST_LINES}`;
  return rows.map((row) => ({ ...row, seq: String(row.seq), at: row.at.toISOString() }));
}
