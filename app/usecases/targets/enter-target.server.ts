import { targetAreas } from "~/data/targets/target-areas.server";
import { findTargets, leaveTargetTrail, saveTarget } from "~/data/targets/target-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { TargetForm } from "~/domain/targets/target-form";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type EnterTargetRefusal =
  | { readonly kind: "forbidden" }
  /** A share's county does not lie in the area, nor is paired with it in the period. */
  | { readonly kind: "areaOutside"; readonly areaCode: string }
  /** The document is of a day to come. */
  | { readonly kind: "futureDocument" }
  /** The same measure of the same clause of the same document is there already. */
  | { readonly kind: "duplicate" };

/** Enters what a document demands of an area and how it is shared out among its counties. */
export function enterTarget(
  actor: Actor,
  regionCode: string,
  form: TargetForm,
  now: Date,
): Promise<Outcome<{ readonly targetId: string }, EnterTargetRefusal>> {
  return inTransaction(actor, async (tx) => {
    const today = dayInChina(now);
    if (!may(actor, "target.write", regionCode, today)) return refused({ kind: "forbidden" });
    if (form.issuedOn > today) return refused({ kind: "futureDocument" });
    const areas = await targetAreas(tx, regionCode, form);
    const outside = form.shares.find(
      ({ areaCode }) => !areas.some(({ code }) => code === areaCode),
    );
    if (outside !== undefined) return refused({ kind: "areaOutside", areaCode: outside.areaCode });
    // A revision's document counts too; of two who enter at once the unique index lets one in.
    const isThere = (await findTargets(tx)).some(
      (one) =>
        one.voidedAt === null &&
        one.regionCode === regionCode &&
        one.measure === form.measure &&
        one.documentNumber === form.documentNumber &&
        one.clause === form.clause,
    );
    if (isThere) return refused({ kind: "duplicate" });
    const first = { revision: 1, revisesId: null, revisionReason: "" };
    const target = { ...form, ...first, id: newId(), regionCode };
    if (!(await saveTarget(tx, target, actor, now))) return refused({ kind: "duplicate" });
    await leaveTargetTrail(tx, actor, { ...target, reason: "" }, "target.enter", now);
    return done({ targetId: target.id });
  });
}
