import {
  changeClaim,
  ofCheckedClaim,
  type AskedClaimStep,
  type ClaimStepRefusal,
} from "~/data/claims/claim-change.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type SubmitClaimRefusal =
  | ClaimStepRefusal
  | { readonly kind: "empty" }
  /** Lines that a blocking rule fails or cannot tell. */
  | { readonly kind: "blocked"; readonly lines: number }
  /** Lines that are only warned of: the claim has to say why it stands all the same. */
  | { readonly kind: "noteMissing"; readonly lines: number };

/** Hands a claim in over a check of this very moment; answers how many lines. */
export function submitClaim(
  actor: Actor,
  asked: AskedClaimStep & { readonly note: string },
  now: Date,
): Promise<Outcome<number, SubmitClaimRefusal>> {
  const note = withNumbersMasked(asked.note.trim());
  const step = { needs: ["claim.write"], states: ["draft", "returned"], now } as const;
  return ofCheckedClaim<number, SubmitClaimRefusal>(actor, asked, step, async (tx, claim, told) => {
    if (claim.lineCount === 0) return refused({ kind: "empty" });
    if (told.blockedLines > 0) return refused({ kind: "blocked", lines: told.blockedLines });
    if (told.warnedLines > 0 && note === "") {
      return refused({ kind: "noteMissing", lines: told.warnedLines });
    }
    const handedIn = {
      ...{ state: "submitted", note, returnReason: null },
      ...{ submittedBy: actor.userId, submittedByName: actor.name, submittedAt: now },
    };
    const detail = { headcount: claim.lineCount, ...(note !== "" && { reason: note }) };
    await changeClaim(tx, claim, handedIn, { actor, now, action: "claim.submit", detail });
    return done(claim.lineCount);
  });
}
