import { addEmployer } from "~/data/employers/employer-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { EmployerForm } from "~/domain/employers/employer-form";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RegisterEmployerRefusal =
  | { readonly kind: "forbidden" }
  /** Somebody, perhaps of another region, has entered it already: there is one for all. */
  | { readonly kind: "exists"; readonly id: string; readonly name: string };

/** Registers an employer for the region of who enters it; returns its id. */
export function registerEmployer(
  actor: Actor,
  ownerCode: string,
  form: EmployerForm,
  now: Date,
): Promise<Outcome<string, RegisterEmployerRefusal>> {
  if (!may(actor, "employer.write", ownerCode, dayInChina(now))) {
    return Promise.resolve(refused({ kind: "forbidden" }));
  }
  return inTransaction(actor, async (tx) => {
    const by = { userId: actor.userId, now };
    const { employer, added } = await addEmployer(tx, { ...form, ownerCode }, by);
    const { id, name } = employer;
    if (!added) return refused({ kind: "exists", id, name });
    const subject = { kind: "employer", id, countyCode: ownerCode, label: name } as const;
    await leaveWorkTrail(tx, actor, subject, "employer.create", now);
    return done(id);
  });
}
