import type { Actor } from "~/domain/access/actor";
import type { PostKind } from "~/domain/posts/post";
import type { QuotaStanding } from "~/domain/posts/quota";
import type { Fen } from "~/domain/shared/fen";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { inForce, isClosed } from "./quota-conditions.server";

export interface QuotaFilter {
  readonly county: string;
  /** Part of the title, the township or the document number; empty for all. */
  readonly text: string;
  /** open: in force on the day; flagged: these, in flagged counties (R13); later: not begun; all: every one. */
  readonly state: "open" | "flagged" | "later" | "all";
}

export interface QuotaRow {
  readonly id: string;
  readonly countyName: string;
  readonly township: string;
  readonly village: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly monthlyRateFen: Fen;
  readonly fundSource: string;
  readonly documentNumber: string;
  readonly fromOn: string;
  readonly toOn: string;
  /** How it stands on the day. */
  readonly standing: QuotaStanding;
  readonly posts: number;
  /** Confirmed and in the post on the day. */
  readonly serving: number;
  /** Confirmed, of any day. */
  readonly confirmed: number;
  readonly proposed: number;
}

/** The quotas of the actor's counties as they stand on the day, county by county, the latest first. */
export function listQuotas(
  actor: Actor,
  filter: QuotaFilter,
  { cursor, size }: { readonly cursor: KeyCursor; readonly size: number },
  on: string,
): Promise<KeyPage<QuotaRow>> {
  const isBack = cursor.before !== null;
  const way = isBack ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const late = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return inTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<(QuotaRow & { countyCode: string })[]>`
      SELECT q.id, q.county_code AS "countyCode", q.township, q.village, q.kind, q.title,
        q.monthly_rate_fen AS "monthlyRateFen", q.fund_source AS "fundSource",
        q.document_number AS "documentNumber", q.from_on::text AS "fromOn", q.to_on::text AS "toOn",
        CASE WHEN ${isClosed(on)} THEN 'closed' WHEN q.from_on > ${on}::date THEN 'later'
          WHEN q.to_on < ${on}::date THEN 'over' ELSE 'open' END AS standing, q.posts, h.*
      FROM post_quota q CROSS JOIN LATERAL (SELECT
          count(*) FILTER (WHERE a.state = 'confirmed' AND a.starts_on <= ${on}::date
            AND coalesce(a.left_on, a.ends_on) >= ${on}::date)::int AS serving,
          count(*) FILTER (WHERE a.state = 'confirmed')::int AS confirmed,
          count(*) FILTER (WHERE a.state = 'proposed')::int AS proposed
        FROM post_appointment a WHERE a.quota_id = q.id AND a.removed_at IS NULL) h
      WHERE ${matching(filter, on)} ${await beyond(tx, cursor)}
      ORDER BY q.county_code ${way}, q.from_on ${late}, q.id ${late} LIMIT ${size + 1}`;
    const named = rows.map(({ countyCode, ...row }) => ({
      ...row,
      countyName: regionName(countyCode) ?? countyCode,
    }));
    return keyPage(named, size, cursor, (row) => row.id);
  });
}

function matching({ county, text, state }: QuotaFilter, on: string): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (county !== "") conditions.push(Prisma.sql`q.county_code = ${county}`);
  if (state === "open" || state === "flagged") conditions.push(inForce(on));
  if (state === "later") {
    conditions.push(Prisma.sql`q.from_on > ${on}::date AND NOT ${isClosed(on)}`);
  }
  if (state === "flagged") {
    conditions.push(Prisma.sql`EXISTS (SELECT FROM region_flag f WHERE f.county_code = q.county_code
      AND f.kind IN ('LISTED_SUPERVISION', 'COVID_AFFECTED')
      AND f.from_on <= ${on}::date AND coalesce(f.to_on, 'infinity') >= ${on}::date)`);
  }
  if (text !== "") {
    conditions.push(Prisma.sql`(strpos(q.title, ${text}) > 0 OR strpos(q.township, ${text}) > 0
      OR strpos(q.document_number, ${text}) > 0)`);
  }
  return Prisma.join(conditions, " AND ");
}

async function beyond(tx: Tx, { after, before }: KeyCursor): Promise<Prisma.Sql> {
  const key = before ?? after;
  if (key === null) return Prisma.empty;
  const edge = await tx.postQuota.findUnique({ where: { id: key } });
  if (edge === null) return Prisma.empty;
  const { countyCode, fromOn } = edge;
  const isFurther = Prisma.sql`(q.from_on, q.id) < (${fromOn}::date, ${key}::uuid)`;
  const isNearer = Prisma.sql`(q.from_on, q.id) > (${fromOn}::date, ${key}::uuid)`;
  return before === null
    ? Prisma.sql`AND (q.county_code > ${countyCode} OR (q.county_code = ${countyCode} AND ${isFurther}))`
    : Prisma.sql`AND (q.county_code < ${countyCode} OR (q.county_code = ${countyCode} AND ${isNearer}))`;
}
