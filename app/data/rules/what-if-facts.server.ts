import type { ClaimFacts } from "~/domain/claims/facts";
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

function pageAfter(
  scope: Scope,
  runId: string,
  after: string | null,
): Promise<{ lineId: string; facts: unknown }[]> {
  return inTransaction(scope, (tx) =>
    tx.claimVerdict.findMany({
      where: { runId, ...(after === null ? {} : { lineId: { gt: after } }) },
      select: { lineId: true, facts: true },
      orderBy: { lineId: "asc" },
      take: AT_A_TIME,
    }),
  );
}
