import { heldClaim, type ClaimStepRefusal } from "~/data/claims/claim-change.server";
import { addClawback, askedBack, leaveClawbackTrail } from "~/data/claims/clawback-store.server";
import type { Actor } from "~/domain/access/actor";
import { claimName } from "~/domain/claims/claim-name";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { fen, yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ProposeClawbackRefusal =
  | ClaimStepRefusal
  | { readonly kind: "lineMissing" | "reasonMissing" }
  /** One of the line is not decided or not repaid yet; or all of it was asked back. */
  | { readonly kind: "open" | "nothingLeft" }
  /** More than the line was paid and was not asked back, or not a sum above nought. */
  | { readonly kind: "amount"; readonly mostFen: Fen }
  /** Money that has not arrived is stopped as a whole. */
  | { readonly kind: "whole"; readonly mostFen: Fen };

/** Proposes to ask money of an approved line back, or not to pay it at all; another decides. Answers the id. */
export function proposeClawback(
  actor: Actor,
  asked: {
    readonly batchId: string;
    readonly lineId: string;
    readonly amountFen: Fen;
    readonly reason: string;
  },
  now: Date,
): Promise<Outcome<string, ProposeClawbackRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  const { amountFen } = asked;
  const step = { needs: ["clawback.propose"], states: ["approved", "paid"], now } as const;
  return inTransaction<Outcome<string, ProposeClawbackRefusal>>(actor, async (tx) => {
    const held = await heldClaim(tx, actor, asked.batchId, step);
    if (!held.ok) return held;
    const claim = held.value;
    const where = { id: asked.lineId, batchId: claim.id, removedAt: null };
    const line = isUuid(asked.lineId) ? await tx.claimLine.findFirst({ where }) : null;
    if (line === null) return refused({ kind: "lineMissing" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const { sumFen, isOpen } = await askedBack(tx, line.id);
    if (isOpen) return refused({ kind: "open" });
    const mostFen = fen(line.amountFen - sumFen);
    if (mostFen === 0) return refused({ kind: "nothingLeft" });
    if (amountFen < 1 || amountFen > mostFen) return refused({ kind: "amount", mostFen });
    const isPaid = line.paymentState === "PAID";
    if (!isPaid && amountFen !== mostFen) return refused({ kind: "whole", mostFen });
    const { countyCode } = claim;
    const by = { userId: actor.userId, name: actor.name, now };
    const id = await addClawback(tx, { countyCode, lineId: line.id, amountFen, reason }, by);
    const of = { batchId: claim.id, countyCode, claim: claimName(claim), person: line.name };
    const detail = { amount: yuanText(amountFen), reason };
    await leaveClawbackTrail(tx, of, { actor, now, action: "clawback.propose", detail });
    return done(id);
  });
}
