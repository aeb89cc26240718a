import {
  changeOutcome,
  findParticipant,
  takeOffParticipant,
  type ParticipantRecord,
} from "~/data/employers/fair-participant-store.server";
import { findFair, isAtFair, type FairRecord } from "~/data/employers/job-fair-store.server";
import { placementOf } from "~/data/employers/placement-of-person.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { OutcomeForm } from "~/domain/employers/job-fair";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ParticipantRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "changedByOthers" };

export type OutcomeRefusal =
  | ParticipantRefusal
  | { readonly kind: "notAtFair" }
  | { readonly kind: "noPlacement" }
  | { readonly kind: "beforeFair"; readonly startedOn: string };

interface Asked {
  readonly fairId: string;
  readonly participantId: string;
  readonly version: number;
}

/** What came of the fair for one participant; 已上岗 only with a placement of that person begun on its first day or later. */
export function recordOutcome(
  actor: Actor,
  asked: Asked,
  form: OutcomeForm,
  now: Date,
): Promise<Outcome<null, OutcomeRefusal>> {
  return inTransaction(actor, async (tx) => {
    const found = await openParticipant(tx, actor, asked, now);
    if (!found.ok) return found;
    const { fair, participant } = found.value;
    const met = await placeMet(tx, fair, participant, form);
    if (!met.ok) return met;
    const note = withNumbersMasked(form.note);
    const columns = { outcome: form.outcome, note, ...met.value };
    if (!(await changeOutcome(tx, participant, columns, { actor, now }))) {
      return refused({ kind: "changedByOthers" });
    }
    const detail = { personId: participant.personId, from: participant.outcome, to: form.outcome };
    await leaveWorkTrail(tx, actor, fair, "jobFair.recordOutcome", now, detail);
    return done(null);
  });
}

/** Takes somebody who was never there off the list; the trail keeps who, and why. */
export function takeOff(
  actor: Actor,
  asked: Asked & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, ParticipantRefusal | { readonly kind: "reasonMissing" }>> {
  return inTransaction(actor, async (tx) => {
    const found = await openParticipant(tx, actor, asked, now);
    if (!found.ok) return found;
    const { fair, participant } = found.value;
    const reason = withNumbersMasked(asked.reason.trim().slice(0, 300));
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (!(await takeOffParticipant(tx, participant))) return refused({ kind: "changedByOthers" });
    const { id: participantId, personId, outcome } = participant;
    const detail = { participantId, personId, outcome, reason };
    await leaveWorkTrail(tx, actor, fair, "jobFair.takeOffParticipant", now, detail);
    return done(null);
  });
}

async function openParticipant(
  tx: Tx,
  actor: Actor,
  asked: Asked,
  now: Date,
): Promise<Outcome<{ fair: FairRecord; participant: ParticipantRecord }, ParticipantRefusal>> {
  const fair = await findFair(tx, asked.fairId);
  const participant = fair && (await findParticipant(tx, fair.id, asked.participantId));
  if (fair === null || participant === null) return refused({ kind: "notFound" });
  if (!may(actor, "jobFair.write", fair.countyCode, dayInChina(now))) {
    return refused({ kind: "forbidden" });
  }
  if (fair.isRemoved) return refused({ kind: "removed" });
  if (participant.version !== asked.version) return refused({ kind: "changedByOthers" });
  return done({ fair, participant });
}

/** The employer the outcome names; somebody placed works where the placement says. */
async function placeMet(
  tx: Tx,
  fair: FairRecord,
  { personId }: ParticipantRecord,
  form: OutcomeForm,
): Promise<Outcome<{ employerId: string | null; placementId: string | null }, OutcomeRefusal>> {
  switch (form.outcome) {
    case "ATTENDED":
      return done({ employerId: null, placementId: null });
    case "OFFERED":
    case "DECLINED": {
      if (form.employerId === "") return done({ employerId: null, placementId: null });
      if (!(await isAtFair(tx, fair.id, form.employerId))) return refused({ kind: "notAtFair" });
      return done({ employerId: form.employerId, placementId: null });
    }
    case "PLACED": {
      const placement = await placementOf(tx, personId, form.placementId);
      if (placement === null) return refused({ kind: "noPlacement" });
      const { id: placementId, employerId, startedOn } = placement;
      if (startedOn < fair.heldOn) return refused({ kind: "beforeFair", startedOn });
      return done({ employerId, placementId });
    }
  }
}
