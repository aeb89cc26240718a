import { findEvidence, voidStored } from "~/data/placements/evidence-store.server";
import { leavePlacementTrail } from "~/data/placements/placement-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { mayVoidEvidence } from "~/domain/placements/evidence-permission";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { EVIDENCE_LABELS, type EvidenceKind } from "~/domain/placements/placement";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type VoidEvidenceRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "voided" };

/** A proof is never exchanged: who uploaded it, or a reviewer, voids it with a reason, and it counts no more. */
export function voidEvidence(
  actor: Actor,
  asked: {
    readonly placementId: string;
    readonly evidenceId: string;
    readonly reason: string;
  },
  now: Date,
): Promise<Outcome<null, VoidEvidenceRefusal>> {
  const today = dayInChina(now);
  const reason = withNumbersMasked(asked.reason.trim());
  return inTransaction(actor, async (tx) => {
    const one = await findEvidence(tx, asked.evidenceId);
    const isHere = one !== null && one.placementId === asked.placementId;
    if (!isHere || !may(actor, "placement.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!mayVoidEvidence(actor, one, today)) return refused({ kind: "forbidden" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (one.isVoided || !(await voidStored(tx, one.id, { reason, by: actor.name, now }))) {
      return refused({ kind: "voided" });
    }
    const purpose = EVIDENCE_LABELS[one.kind as EvidenceKind];
    const detail = { purpose, reason, evidenceId: one.id };
    const { placementId: id, countyCode, name } = one;
    const event = { action: "placement.voidEvidence", at: now, detail };
    await leavePlacementTrail(tx, actor, { id, countyCode, name }, event);
    return done(null);
  });
}
