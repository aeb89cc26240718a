import { changeEmployer, findEmployer } from "~/data/employers/employer-store.server";
import { findLicence } from "~/data/employers/licence.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { EmployerForm } from "~/domain/employers/employer-form";
import { licenceText, type Licence } from "~/domain/employers/licence";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CorrectEmployerRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "duplicate" }
  | { readonly kind: "changedByOthers" };

/** Corrects an employer, by the region that entered it or the prefecture above. */
export function correctEmployer(
  actor: Actor,
  asked: { readonly employerId: string; readonly version: number },
  form: EmployerForm,
  now: Date,
): Promise<Outcome<null, CorrectEmployerRefusal>> {
  return inTransaction(actor, async (tx) => {
    const employer = await findEmployer(tx, asked.employerId);
    if (employer === null) return refused({ kind: "notFound" });
    const { id, ownerCode: countyCode, name } = employer;
    if (!may(actor, "employer.write", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (employer.version !== asked.version) return refused({ kind: "changedByOthers" });
    const stood = await findLicence(tx, id);
    const change = await changeEmployer(tx, employer, form);
    if (change !== "changed") return refused({ kind: change });
    const subject = { kind: "employer", id, countyCode, label: form.name } as const;
    await leaveWorkTrail(tx, actor, subject, "employer.change", now, {
      before: name,
      ...licenceChange(stood, form.licence),
    });
    return done(null);
  });
}

/** What became of the licence: an earlier one must be found again when its days are asked for. */
function licenceChange(before: Licence | null, after: Licence | null) {
  const texts = [before, after].map((one) => (one === null ? "无" : licenceText(one)));
  return texts[0] === texts[1] ? {} : { licence: `${texts[0]} → ${texts[1]}` };
}
