import type { PoolClient } from "pg";
import type { ClaimState } from "~/domain/claims/claim";

/** The batch as a check needs it, held against its steps until the transaction ends; null: not to be seen, or taken back. */
export async function holdBatch(client: PoolClient, batchId: string): Promise<HeldBatch | null> {
  const { rows } = await client.query<HeldBatch>(
    `SELECT id, county_code AS "countyCode", title, state, last_run_id AS "lastRunId",
       checked_at AS "checkedAt" FROM claim_batch
     WHERE id = $1 AND removed_at IS NULL FOR UPDATE`,
    [batchId],
  );
  return rows[0] ?? null;
}

export interface HeldBatch {
  readonly id: string;
  readonly countyCode: string;
  readonly title: string;
  readonly state: ClaimState;
  readonly lastRunId: string | null;
  readonly checkedAt: Date | null;
}
