import {
  changeClaim,
  ofCheckedClaim,
  type AskedClaimStep,
  type ClaimStepRefusal,
} from "~/data/claims/claim-change.server";
import { commitToPot, findPot } from "~/data/funds/pot-store.server";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import type { ApprovingOffice } from "~/domain/claims/approval";
import { hadClaim } from "~/domain/claims/hands";
import { fen, yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";

export type ApproveClaimRefusal =
  | ClaimStepRefusal
  /** He drew it up, handed it in, reviewed it or approved it for the other office. */
  | { readonly kind: "ownWork" }
  /** His office has approved it. */
  | { readonly kind: "approved" }
  /** Lines that have turned bad since it was handed in. */
  | { readonly kind: "blocked"; readonly lines: number }
  /** More than the pot has left, in fen. */
  | { readonly kind: "beyondPot"; readonly leftFen: Fen };

const NEEDS: Readonly<Record<ApprovingOffice, Action>> = {
  HRSS: "claim.approveHrss",
  POVERTY: "claim.approvePoverty",
};

/**
 * Approves for one of the two offices, in either order, over a check of this very moment. The second approval sets the
 * money of the pot aside: of two claims that race for its last yuan one is refused. Answers whether both have approved.
 */
export function approveClaim(
  actor: Actor,
  asked: AskedClaimStep & { readonly office: ApprovingOffice },
  now: Date,
): Promise<Outcome<{ readonly isApproved: boolean }, ApproveClaimRefusal>> {
  const { office } = asked;
  const action = NEEDS[office];
  const step = { needs: [action], states: ["reviewed"], now } as const;
  type Answer = { readonly isApproved: boolean };
  return ofCheckedClaim<Answer, ApproveClaimRefusal>(
    actor,
    asked,
    step,
    async (tx, claim, told) => {
      const [own, other] =
        office === "HRSS"
          ? [claim.hrssApprovedBy, claim.povertyApprovedBy]
          : [claim.povertyApprovedBy, claim.hrssApprovedBy];
      if (own !== null) return refused({ kind: "approved" });
      if (hadClaim(claim, actor.userId)) return refused({ kind: "ownWork" });
      const total = fen(Number(claim.totalFen));
      const left = await leftIn(tx, claim.potId);
      if (total > left) return refused({ kind: "beyondPot", leftFen: left });
      if (told.blockedLines > 0) return refused({ kind: "blocked", lines: told.blockedLines });
      const isApproved = other !== null;
      if (isApproved && !(await commitToPot(tx, claim.potId, total))) {
        return refused({ kind: "beyondPot", leftFen: await leftIn(tx, claim.potId) });
      }
      const data = { ...approvalBy(office, actor, now), ...(isApproved && { state: "approved" }) };
      const detail = { headcount: claim.lineCount, amount: yuanText(total) };
      await changeClaim(tx, claim, data, { actor, now, action, detail });
      return done({ isApproved });
    },
  );
}

async function leftIn(tx: Tx, potId: string): Promise<Fen> {
  const pot = await findPot(tx, potId);
  if (pot === null) throw new Error("a claim whose pot is out of sight");
  const isOpen = pot.voidedAt === null && pot.closedAt === null && !pot.isLocked;
  return isOpen ? fen(pot.amountFen - pot.committedFen) : fen(0);
}

const approvalBy = (office: ApprovingOffice, { userId, name }: Actor, now: Date) =>
  office === "HRSS"
    ? { hrssApprovedBy: userId, hrssApprovedByName: name, hrssApprovedAt: now }
    : { povertyApprovedBy: userId, povertyApprovedByName: name, povertyApprovedAt: now };
