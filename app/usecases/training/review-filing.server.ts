import { findClassFacts } from "~/data/training/class-facts.server";
import {
  findFiling,
  leaveFilingTrail,
  moveFiling,
  type FilingRecord,
} from "~/data/training/filing-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { classFindings } from "~/domain/training/class-findings";
import type { FilingState } from "~/domain/training/filing";
import { canReturnFiling } from "~/domain/training/filing-form";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ReviewFilingRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: FilingState }
  | { readonly kind: "ownWork" }
  | { readonly kind: "reasonMissing" }
  /** There are findings that were not on the page from which it was approved. */
  | { readonly kind: "findingsUnseen" };

export type FilingDecision =
  /** `seen`: ids of the findings that the reviewer had before him. */
  | { readonly kind: "approve"; readonly seen: readonly string[] }
  | { readonly kind: "return"; readonly reason: string };

interface AskedReview {
  readonly classId: string;
  readonly version: number;
}

/**
 * A person who neither registered nor handed in the class approves it or gives it back. Findings do
 * not stop him, but he has seen them; approval on or after the first day stays a finding.
 */
export function reviewFiling(
  actor: Actor,
  asked: AskedReview,
  decision: FilingDecision,
  now: Date,
): Promise<Outcome<null, ReviewFilingRefusal>> {
  return inTransaction(actor, async (tx) => {
    const filing = await findFiling(tx, asked.classId);
    if (filing === null) return refused({ kind: "notFound" });
    if (!may(actor, "class.review", filing.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (filing.isSealed) return refused({ kind: "sealed" });
    if (filing.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (actor.userId === filing.createdBy || actor.userId === filing.filedBy) {
      return refused({ kind: "ownWork" });
    }
    return decision.kind === "approve"
      ? approve(tx, actor, filing, decision.seen, now)
      : giveBack(tx, actor, filing, withNumbersMasked(decision.reason.trim()), now);
  });
}

async function approve(
  tx: Tx,
  actor: Actor,
  filing: FilingRecord,
  seen: readonly string[],
  now: Date,
): Promise<Outcome<null, ReviewFilingRefusal>> {
  const { state } = filing;
  if (state !== "submitted") return refused({ kind: "wrongState", state });
  const facts = await findClassFacts(tx, filing.id);
  if (facts === null) return refused({ kind: "notFound" });
  const findings = classFindings(facts, dayInChina(now));
  if (findings.some(({ id }) => !seen.includes(id))) return refused({ kind: "findingsUnseen" });
  if (!(await move(tx, actor, filing, "approved", null, now))) {
    return refused({ kind: "changedByOthers" });
  }
  const detail = { findings: findings.map(({ id }) => id) };
  await leaveFilingTrail(tx, actor, filing, "class.approve", now, detail);
  return done(null);
}

async function giveBack(
  tx: Tx,
  actor: Actor,
  filing: FilingRecord,
  reason: string,
  now: Date,
): Promise<Outcome<null, ReviewFilingRefusal>> {
  const { state, isCompleted } = filing;
  if (!canReturnFiling(state, isCompleted)) return refused({ kind: "wrongState", state });
  if (reason === "") return refused({ kind: "reasonMissing" });
  if (!(await move(tx, actor, filing, "returned", reason, now))) {
    return refused({ kind: "changedByOthers" });
  }
  await leaveFilingTrail(tx, actor, filing, "class.return", now, { reason });
  return done(null);
}

function move(
  tx: Tx,
  actor: Actor,
  filing: FilingRecord,
  filingState: "approved" | "returned",
  filingReturnReason: string | null,
  now: Date,
): Promise<boolean> {
  const review = { filingReviewedBy: actor.userId, filingReviewedAt: now, filingReturnReason };
  return moveFiling(tx, filing, { filingState, ...review });
}
