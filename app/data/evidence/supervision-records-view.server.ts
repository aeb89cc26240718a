import type { Actor } from "~/domain/access/actor";
import type { SpotCheckOutcome } from "~/domain/evidence/spot-check";
import {
  classDays,
  type SupervisionParty,
  type SupervisionWay,
} from "~/domain/evidence/supervision";
import {
  supervisionFindings,
  type SupervisionFinding,
} from "~/domain/evidence/supervision-findings";
import { isUuid } from "~/platform/http/list-address.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface SupervisionEntry {
  readonly id: string;
  readonly party: SupervisionParty;
  readonly way: SupervisionWay;
  readonly heldOn: string;
  readonly outsideReason: string;
  /** 2020-06-03 09:00; null without a session. */
  readonly sessionLabel: string | null;
  readonly headcountSeen: number | null;
  readonly attended: number | null;
  readonly observations: string;
  readonly problems: string;
  readonly advice: string;
  readonly sampleSeed: string;
  readonly signedBy: string;
  readonly signerName: string;
  readonly signerOffice: string;
  readonly signedAt: string;
  readonly isInk: boolean;
  readonly voidedAt: string | null;
  readonly voidReason: string | null;
  readonly people: readonly AskedPerson[];
  readonly findings: readonly SupervisionFinding[];
}

export interface AskedPerson {
  readonly lineId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly outcome: SpotCheckOutcome;
  readonly note: string;
}

type Stored = Omit<SupervisionEntry, "findings" | "signedAt" | "voidedAt"> & {
  readonly signedAt: Date;
  readonly voidedAt: Date | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly completedOn: string | null;
};

/** The records of a class, the latest look first; voided ones stay and say so. */
export function listSupervisions(actor: Actor, classId: string): Promise<SupervisionEntry[]> {
  return inTransaction(actor, (tx) => entriesOf(tx, Prisma.sql`r.class_id = ${classId}::uuid`));
}

/** One record of a class; null when there is none. */
export async function viewSupervision(
  actor: Actor,
  classId: string,
  id: string | undefined,
): Promise<SupervisionEntry | null> {
  if (!isUuid(id)) return null;
  const one = Prisma.sql`r.class_id = ${classId}::uuid AND r.id = ${id}::uuid`;
  const [entry] = await inTransaction(actor, (tx) => entriesOf(tx, one));
  return entry ?? null;
}

async function entriesOf(tx: Tx, condition: Prisma.Sql): Promise<SupervisionEntry[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT r.id, r.party, r.way, r.held_on::text AS "heldOn", r.outside_reason AS "outsideReason",
      s.held_on::text || to_char(make_interval(mins => s.starts_at), ' HH24:MI') AS "sessionLabel",
      r.headcount_seen AS "headcountSeen",
      (SELECT count(*) FILTER (WHERE a.state IN ('PRESENT', 'LATE', 'LEFT_EARLY'))::int
        FROM attendance a WHERE a.session_id = r.session_id HAVING count(*) > 0) AS attended,
      r.observations, r.problems, r.advice, r.sample_seed AS "sampleSeed",
      r.signed_by AS "signedBy", r.signer_name AS "signerName", r.signer_office AS "signerOffice",
      r.signed_at AS "signedAt", r.ink_file_id IS NOT NULL AS "isInk", r.voided_at AS "voidedAt",
      r.void_reason AS "voidReason", c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
      c.completed_on::text AS "completedOn",
      coalesce((SELECT json_agg(json_build_object('lineId', l.id, 'lineNo', l.line_no,
          'name', l.name, 'outcome', p.outcome, 'note', p.note) ORDER BY l.line_no)
        FROM spot_check_person p JOIN roster_line l ON l.id = p.line_id
        WHERE p.record_id = r.id), '[]') AS people
    FROM supervision_record r JOIN training_class c ON c.id = r.class_id
      LEFT JOIN class_session s ON s.id = r.session_id
    WHERE ${condition} ORDER BY r.held_on DESC, r.signed_at DESC`;
  return rows.map(({ startsOn, endsOn, completedOn, ...row }) => ({
    ...row,
    signedAt: row.signedAt.toISOString(),
    voidedAt: row.voidedAt?.toISOString() ?? null,
    findings: supervisionFindings({ ...row, days: classDays({ startsOn, endsOn, completedOn }) }),
  }));
}
