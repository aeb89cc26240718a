import {
  changeVacancy,
  closeVacancy,
  findVacancy,
  type VacancyRecord,
} from "~/data/employers/vacancy-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { VacancyForm } from "~/domain/employers/vacancy";
import { done, refused, type Outcome, type Refused } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface Asked {
  readonly vacancyId: string;
  readonly version: number;
}

type Refusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "closed" }
  | { readonly kind: "changedByOthers" };

export type ChangeVacancyRefusal = Refusal | { readonly kind: "noSuchRegion" };

/** Corrects a vacancy that is not closed. */
export function correctVacancy(
  actor: Actor,
  asked: Asked,
  form: VacancyForm,
  now: Date,
): Promise<Outcome<null, ChangeVacancyRefusal>> {
  return inTransaction(actor, async (tx) => {
    const found = await changeable(tx, actor, asked, now);
    if ("ok" in found) return found;
    if (regionName(form.workplaceCode) === null) return refused({ kind: "noSuchRegion" });
    if (!(await changeVacancy(tx, found, form))) return refused({ kind: "changedByOthers" });
    const detail = { before: found.title, headcount: form.headcount };
    await leaveWorkTrail(tx, actor, subjectOf(found, form.title), "vacancy.change", now, detail);
    return done(null);
  });
}

/** Nobody is taken for it any more; the reason goes into the trail with it. */
export function endVacancy(
  actor: Actor,
  asked: Asked,
  reason: string,
  now: Date,
): Promise<Outcome<null, Refusal>> {
  return inTransaction(actor, async (tx) => {
    const found = await changeable(tx, actor, asked, now);
    if ("ok" in found) return found;
    if (!(await closeVacancy(tx, found, reason, now))) return refused({ kind: "changedByOthers" });
    const subject = subjectOf(found, found.title);
    await leaveWorkTrail(tx, actor, subject, "vacancy.close", now, { reason });
    return done(null);
  });
}

async function changeable(
  tx: Tx,
  actor: Actor,
  { vacancyId, version }: Asked,
  now: Date,
): Promise<VacancyRecord | Refused<Refusal>> {
  const found = await findVacancy(tx, vacancyId);
  if (found === null) return refused({ kind: "notFound" });
  const mayWrite = may(actor, "vacancy.write", found.ownerCode, dayInChina(now));
  if (!mayWrite) return refused({ kind: "forbidden" });
  if (found.closedAt !== null) return refused({ kind: "closed" });
  return found.version === version ? found : refused({ kind: "changedByOthers" });
}

function subjectOf({ id, ownerCode: countyCode }: VacancyRecord, label: string) {
  return { kind: "vacancy", id, countyCode, label } as const;
}
