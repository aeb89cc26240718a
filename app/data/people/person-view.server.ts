import type { PovertyStatus } from "~/domain/people/poverty-status";
import type { Verification } from "~/domain/people/verification";
import type { RosterState } from "~/domain/rosters/roster";
import { maskIdCardNumber, maskPhone } from "~/domain/shared/masking";
import { SEX_LABELS, type Sex } from "~/domain/shared/sex";
import { verificationIn } from "~/data/registry/verification-view.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";
import { openNumbers } from "./person-store.server";

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

export interface PersonPage {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly bornOn: string;
  readonly ethnicity: string;
  readonly address: string;
  readonly countyCode: string;
  readonly maskedId: string;
  readonly maskedPhone: string | null;
  readonly today: Verification;
  readonly history: readonly RegistryHistoryLine[];
  readonly rosters: readonly PersonRosterLine[];
  readonly reveals: readonly RevealLine[];
}

const MOST_LINES = 100;

/** One person, masked; null when there is none in scope. `on` is the day of "verified today". */
export function viewPerson(scope: Scope, id: string, on: string): Promise<PersonPage | null> {
  return inTransaction(scope, async (tx) => {
    const person = await tx.person.findUnique({ where: { id } });
    if (person === null) return null;
    const { idCardNumber, phone } = openNumbers(person);
    return {
      id,
      name: person.name,
      sex: SEX_LABELS[person.sex as Sex] ?? person.sex,
      bornOn: person.bornOn.toISOString().slice(0, 10),
      ethnicity: person.ethnicity,
      address: person.address,
      countyCode: person.countyCode,
      maskedId: maskIdCardNumber(idCardNumber),
      maskedPhone: phone === null ? null : maskPhone(phone),
      today: await verificationIn(tx, person.idIndex, person.countyCode, on),
      history: await historyOf(tx, person.idIndex, person.countyCode),
      rosters: await rostersOf(tx, id),
      reveals: await revealsOf(tx, id),
    };
  });
}

function historyOf(tx: Tx, idIndex: Uint8Array, county: string) {
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

function rostersOf(tx: Tx, personId: string) {
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

async function revealsOf(tx: Tx, personId: string): Promise<RevealLine[]> {
  const rows = await tx.$queryRaw<{ seq: bigint; at: Date; actorName: string; reason: string }[]>`
    SELECT seq, at, actor_name AS "actorName", coalesce(detail::jsonb ->> 'reason', '') AS reason
    FROM trail_event
    WHERE subject_kind = 'person' AND subject_id = ${personId} AND action = 'people.revealNumber'
    ORDER BY seq DESC LIMIT ${MOST_LINES}`;
  return rows.map((row) => ({ ...row, seq: String(row.seq), at: row.at.toISOString() }));
}
