import { changeOutcome, findParticipant } from "~/data/employers/fair-participant-store.server";
import { findFair } from "~/data/employers/job-fair-store.server";
import { outcomePlace, type OutcomePlaceRefusal } from "~/data/employers/outcome-place.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { OutcomeForm } from "~/domain/employers/fair-outcome";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type OutcomeRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "changedByOthers" }
  | OutcomePlaceRefusal;

/** What came of the fair for one participant; 已上岗 only with a placement of that person begun on its first day or later. */
export function recordOutcome(
  actor: Actor,
  asked: { readonly fairId: string; readonly participantId: string; readonly version: number },
  form: OutcomeForm,
  now: Date,
): Promise<Outcome<null, OutcomeRefusal>> {
  return inTransaction(actor, async (tx) => {
    const fair = await findFair(tx, asked.fairId);
    const participant = fair && (await findParticipant(tx, fair.id, asked.participantId));
    if (fair === null || participant === null) return refused({ kind: "notFound" });
    if (!may(actor, "jobFair.write", fair.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (fair.isRemoved) return refused({ kind: "removed" });
    const { personId, outcome: before, version } = participant;
    if (version !== asked.version) return refused({ kind: "changedByOthers" });
    const place = await outcomePlace(tx, fair, personId, form);
    if (!place.ok) return place;
    const note = withNumbersMasked(form.note);
    const columns = { outcome: form.outcome, note, ...place.value };
    if (!(await changeOutcome(tx, participant, columns, { actor, now }))) {
      return refused({ kind: "changedByOthers" });
    }
    const detail = { personId, from: before, to: form.outcome };
    await leaveWorkTrail(tx, actor, fair, "jobFair.recordOutcome", now, detail);
    return done(null);
  });
}
