import {
  findAcknowledgement,
  voidAcknowledgement,
} from "~/data/evidence/acknowledgement-store.server";
import { findStandingLine } from "~/data/rosters/line-store.server";
import { holdSignedRoster } from "~/data/rosters/signed-roster-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { ACKNOWLEDGEMENT_METHOD_LABELS, PROOF_LABELS } from "~/domain/evidence/line-proofs";
import { closedTo, type ClosedRoster } from "~/domain/evidence/signed-roster";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type VoidSignatureRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: ClosedRoster }
  | { readonly kind: "reasonMissing" }
  /** What came from paper is decided on again at its page. */
  | { readonly kind: "paper"; readonly scanPageId: string | null }
  /** Voided by somebody else, or replaced by a later one, in the meantime. */
  | { readonly kind: "gone" };

export interface VoidSignature {
  readonly rosterId: string;
  readonly lineId: string;
  readonly acknowledgementId: string;
  readonly reason: string;
}

/** Ink made on a screen, or a close-up, that should not have been taken: it is kept, and counts no more. */
export function voidSignature(
  actor: Actor,
  { rosterId, lineId, acknowledgementId, reason: typed }: VoidSignature,
  now: Date,
): Promise<Outcome<null, VoidSignatureRefusal>> {
  const reason = withNumbersMasked(typed.trim());
  return inTransaction(actor, async (tx) => {
    const roster = await holdSignedRoster(tx, rosterId);
    const line = roster && (await findStandingLine(tx, rosterId, lineId));
    if (roster === null || line === null) return refused({ kind: "notFound" });
    const { countyCode } = roster;
    if (!may(actor, "proof.record", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const closed = closedTo(roster);
    if (closed !== null) return refused({ kind: closed });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const proof = await findAcknowledgement(tx, { rosterId, lineId, id: acknowledgementId });
    if (proof === null) return refused({ kind: "notFound" });
    const { id, element, method, scanPageId } = proof;
    if (method === "paper") return refused({ kind: "paper", scanPageId });
    if (!(await voidAcknowledgement(tx, id, { userId: actor.userId, reason, now }))) {
      return refused({ kind: "gone" });
    }
    const before = `${PROOF_LABELS[element]}（${ACKNOWLEDGEMENT_METHOD_LABELS[method]}）`;
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "signing.void" },
      ...{ subjectKind: "rosterLine", subjectId: lineId, countyCode },
      detail: { rosterId, acknowledgementId: id, element, method, before, reason },
    });
    return done(null);
  });
}
