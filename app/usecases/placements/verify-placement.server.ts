import { findPlacedPerson } from "~/data/placements/placed-person-store.server";
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

/** Asks the registry in force on the first day of work again, after a newer export has come in or a name was put right. */
export function verifyPlacement(
  actor: Actor,
  asked: AskedPlacement,
  now: Date,
): Promise<Outcome<null, VerifyRefusal>> {
  return ofStanding<VerifyRefusal>(actor, asked, now, async (tx, one) => {
    const registry = await askRegistry(tx, one.idIndex, one.countyCode, one.facts.startedOn);
    const { exportedOn } = registry;
    if (exportedOn === null) return refused({ kind: "noSnapshot" });
    // His name may have been put right since; the line goes by the one he has now.
    const person = await findPlacedPerson(tx, { id: one.personId });
    const { name, pinyinInitials } = person ?? { name: one.name, pinyinInitials: undefined };
    const columns = registryColumns(registry, { name, countyCode: one.countyCode });
    if (!(await update(tx, one, now, { ...columns, name, pinyinInitials }))) {
      return refused({ kind: "changedByOthers" });
    }
    const renamed = name === one.name ? {} : { before: one.name, after: name };
    const detail = { exportedOn, found: columns.verifiedCategory !== null, ...renamed };
    await leavePlacementTrail(tx, actor, one, { action: "placement.verify", at: now, detail });
    return done(null);
  });
}
