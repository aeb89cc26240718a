import { registryColumns } from "~/data/placements/placement-columns.server";
import { leavePlacementTrail, update } from "~/data/placements/placement-store.server";
import { askRegistry } from "~/data/placements/registry-answer.server";
import {
  ofStanding,
  type AskedPlacement,
  type StandingRefusal,
} from "~/data/placements/standing-placement.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type VerifyRefusal = StandingRefusal | { readonly kind: "noSnapshot" };

/** Asks the registry in force on the first day of work again, after a newer export has come in. */
export function verifyPlacement(
  actor: Actor,
  asked: AskedPlacement,
  now: Date,
): Promise<Outcome<null, VerifyRefusal>> {
  return ofStanding<VerifyRefusal>(actor, asked, now, async (tx, one) => {
    const registry = await askRegistry(tx, one.idIndex, one.countyCode, one.facts.startedOn);
    const { exportedOn, category } = registry;
    if (exportedOn === null) return refused({ kind: "noSnapshot" });
    if (!(await update(tx, one, now, registryColumns(registry)))) {
      return refused({ kind: "changedByOthers" });
    }
    const detail = { exportedOn, found: category !== null };
    await leavePlacementTrail(tx, actor, one, { action: "placement.verify", at: now, detail });
    return done(null);
  });
}
