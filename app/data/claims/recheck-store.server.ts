import type { PoolClient } from "pg";
import type { JobKind } from "~/domain/jobs/job";
import { newId } from "~/platform/id.server";
import { ASKED_BACK } from "./asked-back.server";

/** A claim that is to be looked at again. */
export interface DueClaim {
  readonly id: string;
  readonly countyCode: string;
  readonly lineCount: number;
}

export interface DueSince {
  /** Checked before this instant. */
  readonly since: Date;
  /** Lines paid on this day or earlier are looked at no more. */
  readonly paidBy: string;
}

const KIND: JobKind = "recheckClaims";

/**
 * Approved and paid claims in scope, by county and id, that nobody has checked since the instant and that still have a
 * line not paid too long ago of which no claw-back is open and not all was asked back.
 */
export async function findDueClaims(
  client: PoolClient,
  { since, paidBy }: DueSince,
): Promise<readonly DueClaim[]> {
  const { rows } = await client.query<DueClaim>(
    `SELECT b.id, b.county_code AS "countyCode", b.line_count AS "lineCount" FROM claim_batch b
     WHERE b.state IN ('approved', 'paid') AND b.removed_at IS NULL
       AND (b.checked_at IS NULL OR b.checked_at < $1)
       AND EXISTS (SELECT FROM claim_line l CROSS JOIN LATERAL (${ASKED_BACK}) asked
         WHERE l.batch_id = b.id AND l.removed_at IS NULL AND l.amount_fen > asked.fen AND NOT asked.is_open
           AND (l.paid_on IS NULL OR l.paid_on > $2::date))
     ORDER BY b.county_code, b.id`,
    [since, paidBy],
  );
  return rows;
}

/** Until the transaction ends no other worker looks for what is due. */
export async function holdRechecks(client: PoolClient): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext($1))", [KIND]);
}

/** Counties whose claims the product has begun to look at since the instant. */
export async function countiesBegun(client: PoolClient, since: Date): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ county: string }>(
    "SELECT DISTINCT county_code AS county FROM job WHERE kind = $1 AND created_at >= $2",
    [KIND, since],
  );
  return new Set(rows.map(({ county }) => county));
}

/** Queues the look at a county's claims, from this one on. */
export async function queueRecheck(
  client: PoolClient,
  { id, countyCode }: DueClaim,
  by: { readonly userId: string; readonly now: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO job (id, kind, county_code, subject_id, payload, state, created_by, created_at)
     VALUES ($1, $2, $3, $4, '{}', 'queued', $5, $6)`,
    [newId(), KIND, countyCode, id, by.userId, by.now],
  );
}
