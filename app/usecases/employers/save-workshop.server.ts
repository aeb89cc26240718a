import { findEmployer } from "~/data/employers/employer-store.server";
import { hasWorkshopTwin } from "~/data/employers/work-twins.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import {
  changeWorkshop,
  findWorkshop,
  isPlaceOf,
  saveWorkshop,
} from "~/data/employers/workshop-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { WorkshopForm } from "~/domain/employers/workshop";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CreateWorkshopRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "noEmployer" }
  | { readonly kind: "wrongPlace" }
  | { readonly kind: "duplicate" };

export type ChangeWorkshopRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "wrongPlace" }
  | { readonly kind: "duplicate" }
  | { readonly kind: "changedByOthers" };

/** Registers an employer's workshop as it was recognised; without its document it is not shown as recognised. */
export function createWorkshop(
  actor: Actor,
  asked: { readonly countyCode: string; readonly employerId: string },
  form: WorkshopForm,
  now: Date,
): Promise<Outcome<string, CreateWorkshopRefusal>> {
  const { countyCode } = asked;
  if (!may(actor, "workshop.write", countyCode, dayInChina(now))) {
    return Promise.resolve(refused({ kind: "forbidden" }));
  }
  return inTransaction(actor, async (tx) => {
    const employer = await findEmployer(tx, asked.employerId);
    if (employer === null) return refused({ kind: "noEmployer" });
    if (!(await isPlaceOf(tx, countyCode, form.regionCode))) {
      return refused({ kind: "wrongPlace" });
    }
    const of = { id: newId(), countyCode, employerId: employer.id };
    const { id } = of;
    if (await hasWorkshopTwin(tx, of, form)) return refused({ kind: "duplicate" });
    await saveWorkshop(tx, { ...form, ...of }, actor, now);
    const subject = { kind: "workshop", id, countyCode, label: form.name } as const;
    const detail = { organisation: employer.name, source: form.documentNumber };
    await leaveWorkTrail(tx, actor, subject, "workshop.create", now, detail);
    return done(id);
  });
}

/** Corrects what is registered of a workshop whose recognition was not withdrawn. */
export function rewriteWorkshop(
  actor: Actor,
  asked: { readonly workshopId: string; readonly version: number },
  form: WorkshopForm,
  now: Date,
): Promise<Outcome<null, ChangeWorkshopRefusal>> {
  return inTransaction(actor, async (tx) => {
    const workshop = await findWorkshop(tx, asked.workshopId);
    if (workshop === null) return refused({ kind: "notFound" });
    const { countyCode } = workshop;
    if (!may(actor, "workshop.write", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (workshop.withdrawnOn !== null) return refused({ kind: "withdrawn" });
    if (workshop.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (!(await isPlaceOf(tx, countyCode, form.regionCode))) {
      return refused({ kind: "wrongPlace" });
    }
    if (await hasWorkshopTwin(tx, workshop, form)) return refused({ kind: "duplicate" });
    if (!(await changeWorkshop(tx, workshop, form))) return refused({ kind: "changedByOthers" });
    const detail = { before: workshop.label, after: form.name, source: form.documentNumber };
    await leaveWorkTrail(tx, actor, workshop, "workshop.change", now, detail);
    return done(null);
  });
}
