import {
  findParticipant,
  takeOffParticipant,
} from "~/data/employers/fair-participant-store.server";
import { findFair } from "~/data/employers/job-fair-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type TakeOffRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "changedByOthers" };

interface Asked {
  readonly fairId: string;
  readonly participantId: string;
  readonly version: number;
  readonly reason: string;
}

/** Takes somebody who was never there off the list; the trail keeps who, and why. */
export function takeOff(
  actor: Actor,
  asked: Asked,
  now: Date,
): Promise<Outcome<null, TakeOffRefusal>> {
  return inTransaction(actor, async (tx) => {
    const fair = await findFair(tx, asked.fairId);
    const participant = fair && (await findParticipant(tx, fair.id, asked.participantId));
    if (fair === null || participant === null) return refused({ kind: "notFound" });
    if (!may(actor, "jobFair.write", fair.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (fair.isRemoved) return refused({ kind: "removed" });
    const reason = withNumbersMasked(asked.reason.trim().slice(0, 300));
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (participant.version !== asked.version || !(await takeOffParticipant(tx, participant))) {
      return refused({ kind: "changedByOthers" });
    }
    const { id: participantId, personId, outcome } = participant;
    const detail = { participantId, personId, outcome, reason };
    await leaveWorkTrail(tx, actor, fair, "jobFair.takeOffParticipant", now, detail);
    return done(null);
  });
}
