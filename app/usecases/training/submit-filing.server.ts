import { findFiling, leaveFilingTrail, moveFiling } from "~/data/training/filing-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { FilingState } from "~/domain/training/filing";
import { missingInFiling } from "~/domain/training/filing-completeness";
import { canChangeFiling } from "~/domain/training/filing-form";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SubmitFilingRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: FilingState }
  | { readonly kind: "incomplete"; readonly missing: readonly string[] };

/** The county asks for approval of the class. */
export function submitFiling(
  actor: Actor,
  asked: { readonly classId: string; readonly version: number },
  now: Date,
): Promise<Outcome<null, SubmitFilingRefusal>> {
  return inTransaction(actor, async (tx) => {
    const filing = await findFiling(tx, asked.classId);
    if (filing === null) return refused({ kind: "notFound" });
    if (!may(actor, "class.write", filing.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (filing.isSealed) return refused({ kind: "sealed" });
    if (filing.version !== asked.version) return refused({ kind: "changedByOthers" });
    const { state } = filing;
    if (!canChangeFiling(state)) return refused({ kind: "wrongState", state });
    const filed = await tx.trainingClass.findUniqueOrThrow({ where: { id: filing.id } });
    const missing = missingInFiling(filed);
    if (missing.length > 0) return refused({ kind: "incomplete", missing });
    const moved = await moveFiling(tx, filing, {
      filingState: "submitted",
      filedBy: actor.userId,
      filedAt: now,
      filingReviewedBy: null,
      filingReviewedAt: null,
      filingReturnReason: null,
    });
    if (!moved) return refused({ kind: "changedByOthers" });
    await leaveFilingTrail(tx, actor, filing, "class.submit", now);
    return done(null);
  });
}
