import type { Actor } from "~/domain/access/actor";
import { inForce } from "./quota-conditions.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** Posts of the quotas in force on a day, and those held on a day, in all counties of the reader and in those that are to have more of them. */
export interface FlaggedShare {
  readonly counties: number;
  readonly posts: number;
  readonly held: number;
  /** Under 挂牌督战 or 受疫情影响较大 on the day (R13). */
  readonly flaggedCounties: number;
  readonly flaggedPosts: number;
  readonly flaggedHeld: number;
}

/**
 * What share of the posts of the actor's counties goes to flagged ones on the day, which may be long past; no document
 * names a threshold, so it is only shown.
 */
export function viewFlaggedShare(actor: Actor, on: string): Promise<FlaggedShare> {
  return inTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<FlaggedShare[]>`
      WITH per AS (
        SELECT county_code, sum(posts)::int AS posts, sum(held)::int AS held FROM (
          SELECT q.county_code, q.posts, 0 AS held FROM post_quota q
          WHERE ${inForce(on)}
          UNION ALL
          SELECT a.county_code, 0, 1 FROM post_appointment a
          WHERE a.removed_at IS NULL AND a.state = 'confirmed'
            AND ${on}::date BETWEEN a.starts_on AND coalesce(a.left_on, a.ends_on)) x
        GROUP BY county_code),
      told AS (
        SELECT p.*, EXISTS (SELECT FROM region_flag f WHERE f.county_code = p.county_code
            AND f.kind IN ('LISTED_SUPERVISION', 'COVID_AFFECTED')
            AND f.from_on <= ${on}::date AND coalesce(f.to_on, 'infinity') >= ${on}::date) AS flagged
        FROM per p)
      SELECT count(*)::int AS counties, coalesce(sum(posts), 0)::int AS posts,
        coalesce(sum(held), 0)::int AS held,
        (count(*) FILTER (WHERE flagged))::int AS "flaggedCounties",
        coalesce(sum(posts) FILTER (WHERE flagged), 0)::int AS "flaggedPosts",
        coalesce(sum(held) FILTER (WHERE flagged), 0)::int AS "flaggedHeld"
      FROM told`;
    const none = { counties: 0, posts: 0, held: 0 };
    return rows[0] ?? { ...none, flaggedCounties: 0, flaggedPosts: 0, flaggedHeld: 0 };
  });
}
