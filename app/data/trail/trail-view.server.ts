import { actionLabel, detailText } from "~/domain/trail/labels";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

/** One event for its reader. */
export interface TrailLine {
  readonly seq: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly actorName: string;
  /** 导入建档立卡数据. */
  readonly action: string;
  /** 收入人数：1500；未收行数：2. */
  readonly detail: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Of a line, a signature or a scan: the roster it belongs to. */
  readonly rosterId: string | null;
  readonly countyCode: string | null;
  /** First 12 characters of the hash in hexadecimal. */
  readonly fingerprint: string;
}

export interface TrailFilter {
  readonly action: string;
  /** Beginning of a name. */
  readonly actorName: string;
  readonly subjectId: string;
  /** Days in China, both inclusive; null is open. */
  readonly from: string | null;
  readonly to: string | null;
}

interface StoredEvent extends Omit<TrailLine, "at" | "seq" | "rosterId"> {
  readonly seq: bigint;
  readonly at: Date;
}

/** The events in scope, newest first. */
export function listTrail(
  scope: Scope,
  filter: TrailFilter,
  cursor: KeyCursor,
  size: number,
): Promise<KeyPage<TrailLine>> {
  const back = cursor.before !== null;
  return inTransaction(scope, async (tx) => {
    const rows = await tx.$queryRaw<StoredEvent[]>`
      SELECT seq, at, actor_name AS "actorName", action, detail, subject_kind AS "subjectKind",
        subject_id AS "subjectId", county_code AS "countyCode",
        left(encode(hash, 'hex'), 12) AS fingerprint
      FROM trail_event
      WHERE ${Prisma.join(conditions(filter, cursor), " AND ")}
      ORDER BY seq ${back ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${size + 1}`;
    return keyPage(rows.map(trailLine), size, cursor, (row) => row.seq);
  });
}

function conditions(filter: TrailFilter, { after, before }: KeyCursor): Prisma.Sql[] {
  const { action, actorName, subjectId, from, to } = filter;
  const some = [Prisma.sql`true`];
  if (after !== null) some.push(Prisma.sql`seq < ${BigInt(after)}`);
  if (before !== null) some.push(Prisma.sql`seq > ${BigInt(before)}`);
  if (action !== "") some.push(Prisma.sql`action = ${action}`);
  if (actorName !== "") some.push(Prisma.sql`starts_with(actor_name, ${actorName})`);
  if (subjectId !== "") some.push(Prisma.sql`subject_id = ${subjectId}`);
  if (from !== null)
    some.push(Prisma.sql`at >= ${from}::date::timestamp AT TIME ZONE 'Asia/Shanghai'`);
  if (to !== null) {
    some.push(Prisma.sql`at < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`);
  }
  return some;
}

function trailLine({ seq, at, action, detail, ...rest }: StoredEvent): TrailLine {
  const facts = JSON.parse(detail) as Record<string, unknown>;
  const { rosterId } = facts;
  return {
    ...rest,
    seq: String(seq),
    at: at.toISOString(),
    action: actionLabel(action),
    detail: detailText(facts),
    rosterId: typeof rosterId === "string" ? rosterId : null,
  };
}
