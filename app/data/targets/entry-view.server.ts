import type { Actor } from "~/domain/access/actor";
import { countiesFor, may } from "~/domain/access/policy";
import { regionChoices, type RegionChoice } from "~/data/regions/region-name-view.server";
import type { NamedCounty } from "~/domain/regions/county-finder";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { EVER, targetAreas } from "./target-areas.server";
import { findTarget, type StoredTarget } from "./target-store.server";

/** Prefectures, counties and Shanghai districts for which the actor may enter targets. */
export function targetRegions(actor: Actor, on: string): RegionChoice[] {
  return regionChoices(countiesFor(actor, "target.write", on));
}

/** The counties that a new target of the area may name. */
export function countiesToShare(actor: Actor, regionCode: string): Promise<readonly NamedCounty[]> {
  return inTransaction(actor, (tx) => targetAreas(tx, regionCode, EVER));
}

export interface TargetToRevise {
  readonly target: StoredTarget;
  readonly regionName: string;
  /** The counties of the area, and those the target has already. */
  readonly counties: readonly NamedCounty[];
  readonly mayRevise: boolean;
}

/** The target as the form of a revision begins; null when it lies outside the actor's scope. */
export function viewTargetToRevise(
  actor: Actor,
  targetId: string,
  on: string,
): Promise<TargetToRevise | null> {
  return inTransaction(actor, async (tx) => {
    const target = await findTarget(tx, targetId);
    if (target === null) return null;
    const { regionCode, shares } = target;
    const inside = await targetAreas(tx, regionCode, EVER);
    const others = shares
      .filter(({ areaCode }) => !inside.some(({ code }) => code === areaCode))
      .map(({ areaCode }) => ({ code: areaCode, name: regionName(areaCode) ?? areaCode }));
    return {
      target,
      regionName: regionName(regionCode) ?? regionCode,
      counties: [...inside, ...others],
      mayRevise: target.voidedAt === null && may(actor, "target.write", regionCode, on),
    };
  });
}
