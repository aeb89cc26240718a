import type { Actor } from "~/domain/access/actor";
import type { Action } from "~/domain/access/action";
import { may } from "~/domain/access/policy";
import { presentRegions, regionName } from "~/platform/reference/region-codes.server";

export interface RegionChoiceView {
  readonly code: string;
  readonly name: string;
  /** What it stands under in a list; a prefecture stands first in its own group. */
  readonly prefectureName: string;
}

/** The divisions, down to county, in which the actor may do this on the day. */
export function listRegionChoices(actor: Actor, action: Action, on: string): RegionChoiceView[] {
  return presentRegions()
    .filter(({ code }) => actor.administered.includes(code) && may(actor, action, code, on))
    .map(({ code, name, level, parent }) => ({
      code,
      name,
      prefectureName: (level === "COUNTY" && parent !== null ? regionName(parent) : name) ?? name,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
