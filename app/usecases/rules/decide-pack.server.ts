import {
  leavePackTrail,
  ofPack,
  type AskedPack,
  type PackRefusal,
} from "~/data/rules/of-pack.server";
import { decidePack } from "~/data/rules/pack-store.server";
import { enforcePack, valuesInTheWay } from "~/data/rules/pack-values-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { PARAMETERS } from "~/domain/rules/parameter";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type DecidePackRefusal =
  | PackRefusal
  /** Who brought it in does not sign it off. */
  | { readonly kind: "ownPack" }
  /** The area has standing values from the same days; they are withdrawn first. */
  | { readonly kind: "sameDays"; readonly labels: readonly string[] };

/** Puts a pack in force: from here on its values stand in the series of its area. */
export function signOffPack(
  actor: Actor,
  asked: AskedPack,
  now: Date,
): Promise<Outcome<null, DecidePackRefusal>> {
  return decided(actor, { ...asked, state: "signedOff", reason: "" }, now);
}

/** Lays a pack aside; the file may be brought in again. */
export function refusePack(
  actor: Actor,
  asked: AskedPack & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, DecidePackRefusal>> {
  return decided(actor, { ...asked, state: "refused" }, now);
}

interface Decision extends AskedPack {
  readonly state: "signedOff" | "refused";
  readonly reason: string;
}

function decided(
  actor: Actor,
  { state, reason, ...asked }: Decision,
  now: Date,
): Promise<Outcome<null, DecidePackRefusal>> {
  return ofPack<null, DecidePackRefusal>(actor, asked, now, async (tx, one) => {
    if (!may(actor, "pack.signOff", one.regionCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (one.state !== "imported") return refused({ kind: "wrongState" });
    if (one.importedBy === actor.userId) return refused({ kind: "ownPack" });
    if (state === "signedOff") {
      const taken = await valuesInTheWay(tx, one);
      const labels = taken.map((id) => PARAMETERS[id].label);
      if (labels.length > 0) return refused({ kind: "sameDays", labels });
    }
    const hand = { userId: actor.userId, name: actor.name, now };
    if (!(await decidePack(tx, one, { state, reason, ...hand }))) {
      return refused({ kind: "changedByOthers" });
    }
    if (state === "signedOff") await enforcePack(tx, one, now);
    const action = state === "signedOff" ? "pack.signOff" : "pack.refuse";
    const detail = reason === "" ? {} : { reason };
    await leavePackTrail(tx, actor, one, { action, at: now, detail });
    return done(null);
  });
}
