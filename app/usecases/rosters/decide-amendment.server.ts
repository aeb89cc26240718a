import { decideOn, findAmendment } from "~/data/evidence/amendment-store.server";
import { findRoster, leaveRosterTrail } from "~/data/rosters/roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { AMENDMENT_SUBJECT_LABELS } from "~/domain/rosters/amendment";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type DecideRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "decided" }
  | { readonly kind: "ownWork" }
  | { readonly kind: "noteMissing" };

export interface AskedDecision {
  readonly rosterId: string;
  readonly number: number;
  readonly isApproved: boolean;
  /** Why not; may be empty when it is approved. */
  readonly note: string;
}

/** A second person agrees to a change after the seal, or says why not. */
export function decideAmendment(
  actor: Actor,
  asked: AskedDecision,
  now: Date,
): Promise<Outcome<null, DecideRefusal>> {
  const note = withNumbersMasked(asked.note.trim()).slice(0, 500);
  return inTransaction(actor, async (tx) => {
    const roster = await findRoster(tx, asked.rosterId);
    const found = roster && (await findAmendment(tx, roster.id, asked.number));
    if (roster === null || found === null) return refused({ kind: "notFound" });
    if (!may(actor, "roster.reviewAmendment", roster.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (found.state !== "proposed") return refused({ kind: "decided" });
    if (found.proposedBy === actor.userId) return refused({ kind: "ownWork" });
    if (!asked.isApproved && note === "") return refused({ kind: "noteMissing" });
    const decision = {
      ...{ decidedBy: actor.userId, decidedByName: actor.name, decidedAt: now },
      state: asked.isApproved ? ("approved" as const) : ("refused" as const),
      decisionNote: note,
    };
    if (!(await decideOn(tx, found, decision))) return refused({ kind: "decided" });
    const action = asked.isApproved ? "amendment.approve" : "amendment.refuse";
    const name = AMENDMENT_SUBJECT_LABELS[found.subject];
    await leaveRosterTrail(tx, actor, roster, action, now, {
      ...{ number: found.number, name, reason: note },
    });
    return done(null);
  });
}
