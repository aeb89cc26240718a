import {
  changeClaim,
  ofCheckedClaim,
  type AskedClaimStep,
  type ClaimStepRefusal,
} from "~/data/claims/claim-change.server";
import { blockedLineIds } from "~/data/claims/hindrances.server";
import { takeOutLines } from "~/data/claims/written-line-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type TakeOutBlockedRefusal =
  | ClaimStepRefusal
  | { readonly kind: "reasonMissing" }
  /** A check of this moment finds another number of lines than the officer saw. */
  | { readonly kind: "otherCount"; readonly lines: number };

/** Takes every line that bars the claim out, for one reason that each of them keeps; answers how many. */
export function takeOutBlocked(
  actor: Actor,
  asked: AskedClaimStep & { readonly reason: string; readonly seen: number },
  now: Date,
): Promise<Outcome<number, TakeOutBlockedRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim().slice(0, 200));
  const step = { needs: ["claim.write"], states: ["draft", "returned"], now } as const;
  return ofCheckedClaim<number, TakeOutBlockedRefusal>(actor, asked, step, async (tx, claim) => {
    if (reason === "") return refused({ kind: "reasonMissing" });
    const ids = await blockedLineIds(tx, claim.id, claim.lastRunId);
    if (ids.length === 0 || ids.length !== asked.seen) {
      return refused({ kind: "otherCount", lines: ids.length });
    }
    await takeOutLines(tx, claim.id, ids, { reason, now });
    const detail = { reason, headcount: ids.length, outcome: "移出全部不能报送的" };
    await changeClaim(tx, claim, {}, { actor, now, action: "claim.change", detail });
    return done(ids.length);
  });
}
