import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import { changeWorkshop, findWorkshop } from "~/data/employers/workshop-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { WithdrawalForm } from "~/domain/employers/workshop";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type WithdrawRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "inFuture" }
  | { readonly kind: "beforeRecognition"; readonly recognisedOn: string };

/** Ends a recognition for good, with its reason; a new one is a new registration. */
export function withdrawWorkshop(
  actor: Actor,
  asked: { readonly workshopId: string; readonly version: number },
  form: WithdrawalForm,
  now: Date,
): Promise<Outcome<null, WithdrawRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const workshop = await findWorkshop(tx, asked.workshopId);
    if (workshop === null) return refused({ kind: "notFound" });
    if (!may(actor, "workshop.write", workshop.countyCode, today)) {
      return refused({ kind: "forbidden" });
    }
    const { recognisedOn } = workshop;
    if (workshop.withdrawnOn !== null) return refused({ kind: "withdrawn" });
    if (form.withdrawnOn > today) return refused({ kind: "inFuture" });
    if (form.withdrawnOn < recognisedOn)
      return refused({ kind: "beforeRecognition", recognisedOn });
    if (workshop.version !== asked.version) return refused({ kind: "changedByOthers" });
    const reason = withNumbersMasked(form.reason);
    const { withdrawnOn } = form;
    if (!(await changeWorkshop(tx, workshop, { withdrawnOn, reason }))) {
      return refused({ kind: "changedByOthers" });
    }
    await leaveWorkTrail(tx, actor, workshop, "workshop.withdraw", now, {
      reason,
      endsOn: withdrawnOn,
    });
    return done(null);
  });
}
