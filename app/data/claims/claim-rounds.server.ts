import type { Tx } from "~/platform/prisma/client.server";

/** One step of a claim, of whatever round; the trail keeps them all. */
export interface ClaimRound {
  readonly key: string;
  readonly action: string;
  readonly name: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  /** Why it was returned, or what was said at its submission. */
  readonly reason: string;
}

const STEPS = [
  ...["claim.draw", "claim.submit", "claim.return", "claim.review"],
  ...["claim.approveHrss", "claim.approvePoverty"],
];

/** Who handed the claim in, returned and passed it, each time, in that order. */
export async function claimRounds(tx: Tx, batchId: string): Promise<readonly ClaimRound[]> {
  const rows = await tx.$queryRaw<(Omit<ClaimRound, "at"> & { readonly at: Date })[]>`
    SELECT seq::text AS key, action, actor_name AS name, at, coalesce(detail::jsonb ->> 'reason', '') AS reason
    FROM trail_event WHERE subject_kind = 'claimBatch' AND subject_id = ${batchId}
      AND action = ANY (${STEPS}) ORDER BY seq`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
