import {
  findTarget,
  findTargets,
  leaveTargetTrail,
  markVoid,
} from "~/data/targets/target-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { history } from "~/domain/targets/target";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type VoidTargetRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "voidBefore" }
  /** A later document has revised it: the whole is made void from its latest row. */
  | { readonly kind: "revisedBefore" };

/** A target entered by mistake comes off the board with all its revisions; they stay readable, with the reason. */
export function voidTarget(
  actor: Actor,
  targetId: string,
  reason: string,
  now: Date,
): Promise<Outcome<null, VoidTargetRefusal>> {
  return inTransaction(actor, async (tx) => {
    const target = await findTarget(tx, targetId);
    if (target === null) return refused({ kind: "notFound" });
    if (!may(actor, "target.write", target.regionCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (target.voidedAt !== null) return refused({ kind: "voidBefore" });
    const all = await findTargets(tx);
    if (all.some(({ revisesId }) => revisesId === target.id)) {
      return refused({ kind: "revisedBefore" });
    }
    const ids = history(all, target).map(({ id }) => id);
    if (!(await markVoid(tx, ids, actor, { now, reason }))) return refused({ kind: "voidBefore" });
    await leaveTargetTrail(tx, actor, { ...target, reason }, "target.void", now);
    return done(null);
  });
}
