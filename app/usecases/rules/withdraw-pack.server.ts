import {
  leavePackTrail,
  ofPack,
  type AskedPack,
  type PackRefusal,
} from "~/data/rules/of-pack.server";
import { takePackBack } from "~/data/rules/pack-store.server";
import { withdrawPackValues } from "~/data/rules/pack-values-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

/**
 * Takes a pack back: one that waits, by who may bring packs in or sign them off; one in force, by who may sign off, and
 * its values with it. Claims already drawn by them stand and are told apart at the next check.
 */
export function withdrawPack(
  actor: Actor,
  asked: AskedPack & { readonly reason: string },
  now: Date,
): Promise<Outcome<number, PackRefusal>> {
  const { reason } = asked;
  return ofPack<number, PackRefusal>(actor, asked, now, async (tx, one) => {
    const on = dayInChina(now);
    const isInForce = one.state === "signedOff";
    const mayDo = (action: "pack.signOff" | "pack.import") =>
      may(actor, action, one.regionCode, on);
    if (!mayDo("pack.signOff") && (isInForce || !mayDo("pack.import"))) {
      return refused({ kind: "forbidden" });
    }
    if (!isInForce && one.state !== "imported") return refused({ kind: "wrongState" });
    const hand = { userId: actor.userId, name: actor.name, now };
    if (!(await takePackBack(tx, one, { reason, ...hand }))) {
      return refused({ kind: "changedByOthers" });
    }
    const values = await withdrawPackValues(tx, one.id, now);
    await leavePackTrail(tx, actor, one, { action: "pack.withdraw", at: now, detail: { reason } });
    return done(values);
  });
}
