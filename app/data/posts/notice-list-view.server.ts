import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import type { NoticeState } from "~/domain/posts/notice";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface NoticeRow {
  readonly id: string;
  readonly countyName: string;
  readonly title: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly state: NoticeState;
  /** 补录: entered after its first day. */
  readonly isLate: boolean;
  readonly people: number;
  readonly objections: number;
  readonly openObjections: number;
  readonly confirmed: number;
}

/** The notices of the actor's counties, the latest first. */
export function listNotices(
  actor: Actor,
  filter: { readonly county: string; readonly state: NoticeState | "" },
  { cursor, size }: { readonly cursor: KeyCursor; readonly size: number },
  on: string,
): Promise<KeyPage<NoticeRow>> {
  const { after, before } = cursor;
  const key = before ?? after;
  const way = before === null ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const isBeyond = before === null ? Prisma.sql`<` : Prisma.sql`>`;
  const conditions = [
    Prisma.sql`TRUE`,
    ...(filter.county === "" ? [] : [Prisma.sql`n.county_code = ${filter.county}`]),
    ...(filter.state === "" ? [] : [Prisma.sql`n.state = ${filter.state}`]),
    ...(key === null
      ? []
      : [
          Prisma.sql`(n.from_on, n.id) ${isBeyond} (SELECT from_on, id FROM post_notice WHERE id = ${key}::uuid)`,
        ]),
  ];
  return inTransaction(narrowedTo(actor, "post.read", on), async (tx) => {
    const rows = await tx.$queryRaw<(NoticeRow & { countyCode: string })[]>`
      SELECT n.id, n.county_code AS "countyCode", n.title, n.from_on::text AS "fromOn",
        n.to_on::text AS "toOn", n.state,
        (SELECT count(*)::int FROM post_notice_person a WHERE a.notice_id = n.id) AS people,
        n.from_on < (n.created_at AT TIME ZONE 'Asia/Shanghai')::date AS "isLate",
        (SELECT count(*)::int FROM post_appointment a WHERE a.notice_id = n.id
          AND a.state = 'confirmed' AND a.removed_at IS NULL) AS confirmed,
        (SELECT count(*)::int FROM post_objection o WHERE o.notice_id = n.id) AS objections,
        (SELECT count(*)::int FROM post_objection o WHERE o.notice_id = n.id
          AND o.outcome IS NULL) AS "openObjections"
      FROM post_notice n WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY n.from_on ${way}, n.id ${way} LIMIT ${size + 1}`;
    const named = rows.map(({ countyCode, ...row }) => ({
      ...row,
      countyName: regionName(countyCode) ?? countyCode,
    }));
    return keyPage(named, size, cursor, (row) => row.id);
  });
}

/** A proposed person whom the public was not told of yet. */
export interface WaitingPerson {
  readonly id: string;
  readonly name: string;
  readonly countyName: string;
  readonly title: string;
  readonly village: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isVerified: boolean;
}

const MOST_WAITING = 500;

/** Who waits for a notice in these counties, the earliest first day first. */
export function listWaiting(actor: Actor, counties: readonly string[]): Promise<WaitingPerson[]> {
  return inTransaction({ ...actor, counties }, async (tx) => {
    const rows = await tx.postAppointment.findMany({
      where: {
        ...{ state: "proposed", removedAt: null },
        OR: [{ noticeId: null }, { notice: { state: "withdrawn" } }],
      },
      orderBy: [{ startsOn: "asc" }, { id: "asc" }],
      take: MOST_WAITING,
    });
    return rows.map(({ id, name, title, countyCode, village, verifiedCategory, ...row }) => ({
      ...{ id, name, title, village, isVerified: verifiedCategory !== null },
      countyName: regionName(countyCode) ?? countyCode,
      startsOn: row.startsOn.toISOString().slice(0, 10),
      endsOn: row.endsOn.toISOString().slice(0, 10),
    }));
  });
}
