import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { ClaimState } from "~/domain/claims/claim";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { checkBatch } from "./checked-batch.server";
import { lockBatch, type ClaimBatchRecord } from "./claim-store.server";
import { countHindrances } from "./hindrances.server";

/** A claim as the form showed it. */
export interface AskedClaimStep {
  readonly batchId: string;
  readonly version: number;
}

export type ClaimStepRefusal =
  | { readonly kind: "notFound" | "forbidden" | "removed" | "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: ClaimState };

export interface ClaimStep {
  /** One of these rights is enough. */
  readonly needs: readonly Action[];
  readonly states: readonly ClaimState[];
  readonly now: Date;
}

/** Lines that a check found blocked, or only warned of. */
export interface Hindrances {
  readonly blockedLines: number;
  readonly warnedLines: number;
}

/** Works on a claim at the version that the form showed, held against everybody else. */
export function ofClaim<T, Refusal>(
  actor: Actor,
  asked: AskedClaimStep,
  step: ClaimStep,
  work: (tx: Tx, claim: ClaimBatchRecord) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal | ClaimStepRefusal>> {
  return inTransaction(actor, async (tx) => {
    const found = await heldClaim(tx, actor, asked.batchId, step);
    if (!found.ok) return found;
    if (found.value.version !== asked.version) return refused({ kind: "changedByOthers" });
    return work(tx, found.value);
  });
}

/** The same, over a check of this very moment: what was true at the last one may be so no longer. */
export async function ofCheckedClaim<T, Refusal>(
  actor: Actor,
  asked: AskedClaimStep,
  step: ClaimStep,
  work: (tx: Tx, claim: ClaimBatchRecord, told: Hindrances) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal | ClaimStepRefusal>> {
  const found = await ofClaim<ClaimBatchRecord, ClaimStepRefusal>(
    actor,
    asked,
    step,
    async (_, claim) => done(claim),
  );
  if (!found.ok) return found;
  const by = { userId: actor.userId, name: actor.name, now: step.now };
  const run = await checkBatch(found.value, by);
  if (run === null) return refused({ kind: "removed" });
  return ofClaim<T, Refusal | ClaimStepRefusal>(actor, asked, step, async (tx, claim) => {
    if (claim.lastRunId !== run.runId) return refused({ kind: "changedByOthers" });
    return work(tx, claim, await countHindrances(tx, claim.id, run.runId));
  });
}

/** The claim whatever its version: sending and the bank's answer are guarded by the lines themselves. */
export async function heldClaim(
  tx: Tx,
  actor: Actor,
  batchId: string,
  { needs, states, now }: ClaimStep,
): Promise<Outcome<ClaimBatchRecord, ClaimStepRefusal>> {
  const today = dayInChina(now);
  const claim = isUuid(batchId) ? await lockBatch(tx, batchId) : null;
  if (claim === null || !may(actor, "claim.read", claim.countyCode, today)) {
    return refused({ kind: "notFound" });
  }
  const { countyCode, state } = claim;
  const has = needs.some((action) => may(actor, action, countyCode, today));
  if (!has) return refused({ kind: "forbidden" });
  if (claim.isRemoved) return refused({ kind: "removed" });
  return states.includes(state) ? done(claim) : refused({ kind: "wrongState", state });
}

/** Writes the step down and leaves its trail; the caller holds the claim. */
export async function changeClaim(
  tx: Tx,
  claim: Pick<ClaimBatchRecord, "id" | "countyCode" | "title">,
  data: Prisma.ClaimBatchUncheckedUpdateInput,
  event: {
    readonly actor: Actor;
    readonly now: Date;
    readonly action: string;
    readonly detail?: object;
  },
): Promise<void> {
  const { actor, now, action, detail } = event;
  await tx.claimBatch.update({
    where: { id: claim.id },
    data: { ...data, updatedAt: now, version: { increment: 1 } },
  });
  await leaveTrail(tx, {
    ...{ at: now, actorId: actor.userId, actorName: actor.name, action },
    ...{ subjectKind: "claimBatch", subjectId: claim.id, countyCode: claim.countyCode },
    detail: { name: claim.title, ...detail },
  });
}
