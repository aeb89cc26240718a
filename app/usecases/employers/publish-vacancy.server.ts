import { findEmployer } from "~/data/employers/employer-store.server";
import { saveVacancy } from "~/data/employers/vacancy-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { VacancyForm } from "~/domain/employers/vacancy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export type PublishVacancyRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "noEmployer" }
  | { readonly kind: "noSuchRegion" };

/** Publishes a vacancy or an order of an employer for a region; returns its id. */
export function publishVacancy(
  actor: Actor,
  asked: { readonly ownerCode: string; readonly employerId: string },
  form: VacancyForm,
  now: Date,
): Promise<Outcome<string, PublishVacancyRefusal>> {
  const { ownerCode, employerId } = asked;
  if (!may(actor, "vacancy.write", ownerCode, dayInChina(now))) {
    return Promise.resolve(refused({ kind: "forbidden" }));
  }
  return inTransaction(actor, async (tx) => {
    const employer = await findEmployer(tx, employerId);
    if (employer === null) return refused({ kind: "noEmployer" });
    if (regionName(form.workplaceCode) === null) return refused({ kind: "noSuchRegion" });
    const by = { userId: actor.userId, now };
    const id = await saveVacancy(tx, { ...form, ownerCode, employerId }, by);
    const subject = { kind: "vacancy", id, countyCode: ownerCode, label: form.title } as const;
    await leaveWorkTrail(tx, actor, subject, "vacancy.create", now, { headcount: form.headcount });
    return done(id);
  });
}
