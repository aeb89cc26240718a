import { checkBatch, type CheckedClaim } from "~/data/claims/checked-batch.server";
import { findBatch, type ClaimBatchRecord } from "~/data/claims/claim-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

export type { CheckedClaim };

export type CheckClaimRefusal =
  { readonly kind: "notFound" } | { readonly kind: "forbidden" } | { readonly kind: "removed" };

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
  const batch = await inTransaction(scope, (tx) => findBatch(tx, batchId));
  if (batch === null) return refused({ kind: "notFound" });
  const hindrance = hindered(batch);
  if (hindrance !== null) return refused({ kind: hindrance });
  const run = await checkBatch(batch, by);
  return run === null ? refused({ kind: "removed" }) : done(run);
}
