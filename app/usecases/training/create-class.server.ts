import { saveClass } from "~/data/training/class-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { className, type TrainingClassForm } from "~/domain/training/training-class";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CreateClassRefusal = { readonly kind: "forbidden" } | { readonly kind: "duplicate" };

/** Registers a class in the actor's own county; returns its id. */
export async function createClass(
  actor: Actor,
  form: TrainingClassForm,
  now: Date,
): Promise<Outcome<string, CreateClassRefusal>> {
  const { countyCode } = form;
  if (!may(actor, "class.write", countyCode, dayInChina(now))) {
    return refused({ kind: "forbidden" });
  }
  return inTransaction(actor, async (tx) => {
    const id = newId();
    const isNew = await saveClass(tx, { ...form, id, createdBy: actor.userId, createdAt: now });
    if (!isNew) return refused({ kind: "duplicate" });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "class.create",
      subjectKind: "trainingClass",
      subjectId: id,
      countyCode,
      detail: { class: className(form), startsOn: form.startsOn, endsOn: form.endsOn },
    });
    return done(id);
  });
}
