import type { ClaimFacts } from "~/domain/claims/facts";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

const AT_A_TIME = 1000;

export interface StoredFacts {
  readonly lineId: string;
  readonly facts: ClaimFacts;
}

/** The facts a check run went by, a thousand lines at a time; each in a look of its own, for they never change. */
export async function* factsOfRun(
  scope: Scope,
  runId: string,
): AsyncGenerator<readonly StoredFacts[]> {
  let after: string | null = null;
  for (;;) {
    const rows = await pageAfter(scope, runId, after);
    // Written by the check as they were handed to the rules, and never changed since.
    yield rows.map(({ lineId, facts }) => ({ lineId, facts: facts as ClaimFacts }));
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_A_TIME) return;
    after = last.lineId;
  }
}

/** Lines taken out since are no longer of the batch. */
function pageAfter(
  scope: Scope,
  runId: string,
  after: string | null,
): Promise<{ lineId: string; facts: unknown }[]> {
  const beyond = after === null ? Prisma.empty : Prisma.sql`AND v.line_id > ${after}::uuid`;
  return inTransaction(
    scope,
    (tx) => tx.$queryRaw`
      SELECT v.line_id AS "lineId", v.facts FROM claim_verdict v
        JOIN claim_line l ON l.id = v.line_id AND l.removed_at IS NULL
      WHERE v.run_id = ${runId}::uuid ${beyond}
      ORDER BY v.line_id LIMIT ${AT_A_TIME}`,
  );
}
