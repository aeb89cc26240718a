import { regionChoices, type RegionChoice } from "~/data/regions/region-name-view.server";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";

/** The counties in which the actor may do this on the day, in the order of their codes. */
export function countyChoices(actor: Actor, action: Action, on: string): RegionChoice[] {
  const counties = actor.counties.filter((code) => code.length === 6 && !code.endsWith("00"));
  return regionChoices(counties.filter((code) => may(actor, action, code, on)));
}
