import {
  changeClaim,
  ofClaim,
  type AskedClaimStep,
  type ClaimStepRefusal,
} from "~/data/claims/claim-change.server";
import type { Actor } from "~/domain/access/actor";
import { wroteClaim } from "~/domain/claims/hands";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

/** He drew it up or handed it in. */
export type ReviewClaimRefusal = ClaimStepRefusal | { readonly kind: "ownWork" };

/** A second person of the county finds the claim in order; it goes to the two offices. */
export function reviewClaim(
  actor: Actor,
  asked: AskedClaimStep,
  now: Date,
): Promise<Outcome<null, ReviewClaimRefusal>> {
  const step = { needs: ["claim.review"], states: ["submitted"], now } as const;
  return ofClaim<null, ReviewClaimRefusal>(actor, asked, step, async (tx, claim) => {
    if (wroteClaim(claim, actor.userId)) return refused({ kind: "ownWork" });
    const passed = {
      ...{ state: "reviewed", reviewedBy: actor.userId },
      ...{ reviewedByName: actor.name, reviewedAt: now },
    };
    const detail = { headcount: claim.lineCount };
    await changeClaim(tx, claim, passed, { actor, now, action: "claim.review", detail });
    return done(null);
  });
}
