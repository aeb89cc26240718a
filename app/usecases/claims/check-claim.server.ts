import { runCheck, type RunFound } from "~/data/claims/check-run.server";
import { eventDays, findBatch, type ClaimBatchRecord } from "~/data/claims/claim-store.server";
import { holdBatch } from "~/data/claims/held-batch.server";
import { differenceOf, type RuleDifference } from "~/data/claims/run-difference.server";
import { numbersFor } from "~/data/rules/numbers.server";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

export type CheckClaimRefusal =
  { readonly kind: "notFound" } | { readonly kind: "forbidden" } | { readonly kind: "removed" };

export interface CheckedClaim extends RunFound {
  /** Against the run before; null of the first. */
  readonly difference: readonly RuleDifference[] | null;
}

/** Checks a batch in whatever state; the run is kept beside the earlier ones. */
export function checkClaim(
  actor: Actor,
  batchId: string,
  now: Date,
): Promise<Outcome<CheckedClaim, CheckClaimRefusal>> {
  const today = dayInChina(now);
  return checked(actor, { userId: actor.userId, name: actor.name, now }, batchId, (batch) => {
    if (!may(actor, "claim.read", batch.countyCode, today)) return "notFound";
    return may(actor, "claim.check", batch.countyCode, today) ? null : "forbidden";
  });
}

/** The same at the console of the machine, where nobody has signed in. */
export function checkClaimAtConsole(
  batchId: string,
  counties: readonly string[],
  now: Date,
): Promise<Outcome<CheckedClaim, CheckClaimRefusal>> {
  const scope = { userId: NOBODY, counties };
  return checked(scope, { userId: null, name: "命令行", now }, batchId, () => null);
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

async function checked(
  scope: Scope,
  by: { readonly userId: string | null; readonly name: string; readonly now: Date },
  batchId: string,
  hindered: (batch: ClaimBatchRecord) => "notFound" | "forbidden" | null,
): Promise<Outcome<CheckedClaim, CheckClaimRefusal>> {
  const today = dayInChina(by.now);
  const ready = await inTransaction(scope, async (tx) => {
    const batch = await findBatch(tx, batchId);
    if (batch === null) return refused({ kind: "notFound" });
    const hindrance = hindered(batch);
    if (hindrance !== null) return refused({ kind: hindrance });
    const days = [...(await eventDays(tx, batchId)), today];
    return done({ ...batch, numbers: await numbersFor(tx, batch.countyCode, days) });
  });
  if (!ready.ok) return ready;
  const { countyCode, numbers } = ready.value;
  // One county's eyes, whoever looks: the same batch has the same facts for the county and for the prefecture.
  return inBulkTransaction({ userId: scope.userId, counties: [countyCode] }, async (client) => {
    const batch = await holdBatch(client, batchId);
    if (batch === null) return refused({ kind: "removed" });
    const run = await runCheck(client, batch, by, { today, numbers });
    const before = batch.lastRunId;
    const difference = before === null ? null : await differenceOf(client, run.runId, before);
    const { number, lineCount, failLines, unknownLines } = run;
    await leaveTrailInBulk(client, {
      ...{ at: by.now, actorId: by.userId, actorName: by.name, action: "claim.check" },
      ...{ subjectKind: "claimBatch", subjectId: batchId, countyCode },
      detail: { name: batch.title, number, lines: lineCount, failLines, unknownLines },
    });
    return done({ ...run, difference });
  });
}
