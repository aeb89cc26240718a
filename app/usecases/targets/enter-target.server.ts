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
  /** The same measure of the same clause of the same document is there already. */
  | { readonly kind: "duplicate"; readonly targetId: string };

/** Enters what a document demands of an area and how it is shared out among its counties. */
export function enterTarget(
  actor: Actor,
  regionCode: string,
  form: TargetForm,
  now: Date,
): Promise<Outcome<{ readonly targetId: string }, EnterTargetRefusal>> {
  return inTransaction(actor, async (tx) => {
    if (!may(actor, "target.write", regionCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const areas = await targetAreas(tx, regionCode, form);
    const outside = form.shares.find(
      ({ areaCode }) => !areas.some(({ code }) => code === areaCode),
    );
    if (outside !== undefined) return refused({ kind: "areaOutside", areaCode: outside.areaCode });
    const same = (await findTargets(tx)).find(
      (one) =>
        one.regionCode === regionCode &&
        one.measure === form.measure &&
        one.documentNumber === form.documentNumber &&
        one.clause === form.clause,
    );
    if (same !== undefined) return refused({ kind: "duplicate", targetId: same.id });
    const first = { revision: 1, revisesId: null, revisionReason: "" };
    const target = { ...form, ...first, id: newId(), regionCode };
    await saveTarget(tx, target, actor, now);
    await leaveTargetTrail(tx, actor, target, "target.enter", now);
    return done({ targetId: target.id });
  });
}
