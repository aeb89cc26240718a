import { findClassFacts } from "~/data/training/class-facts.server";
import { findFiling, leaveFilingTrail, moveFiling } from "~/data/training/filing-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { classFindings } from "~/domain/training/class-findings";
import { isOwnFiling, type FilingReviewRefusal } from "~/domain/training/filing-review";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ApproveFilingRefusal =
  /** There are findings that were not on the page from which it was approved. */
  FilingReviewRefusal | { readonly kind: "findingsUnseen" };

interface AskedApproval {
  readonly classId: string;
  readonly version: number;
  /** Ids of the findings that the reviewer had before him. */
  readonly seen: readonly string[];
}

/**
 * A person who neither registered nor handed in the class approves it. Findings do not stop him, but
 * he has seen them; approval on or after the first day is allowed and stays a finding.
 */
export function approveFiling(
  actor: Actor,
  { classId, version, seen }: AskedApproval,
  now: Date,
): Promise<Outcome<null, ApproveFilingRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const filing = await findFiling(tx, classId);
    if (filing === null) return refused({ kind: "notFound" });
    if (!may(actor, "class.review", filing.countyCode, today))
      return refused({ kind: "forbidden" });
    if (filing.isSealed) return refused({ kind: "sealed" });
    if (filing.version !== version) return refused({ kind: "changedByOthers" });
    const { state } = filing;
    if (state !== "submitted") return refused({ kind: "wrongState", state });
    if (isOwnFiling(filing, actor.userId)) return refused({ kind: "ownWork" });
    const facts = await findClassFacts(tx, classId);
    if (facts === null) return refused({ kind: "notFound" });
    const findings = classFindings(facts, today).map(({ id }) => id);
    if (findings.some((id) => !seen.includes(id))) return refused({ kind: "findingsUnseen" });
    const moved = await moveFiling(tx, filing, {
      filingState: "approved",
      filingReviewedBy: actor.userId,
      filingReviewedAt: now,
      filingReturnReason: null,
    });
    if (!moved) return refused({ kind: "changedByOthers" });
    await leaveFilingTrail(tx, actor, filing, "class.approve", now, { findings });
    return done(null);
  });
}
