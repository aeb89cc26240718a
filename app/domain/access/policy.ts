import type { Action } from "~/domain/access/action";
import type { Actor, RoleAssignment } from "~/domain/access/actor";
import { inForce } from "~/domain/access/actor";
import { regionContains } from "~/domain/access/region-scope";
import { OF_THE_DISTRICT, POLICY } from "~/domain/access/role-actions";

/**
 * Whether the actor may do this in this region on this day (`YYYY-MM-DD`): one of his roles allows
 * the action, is in force, and its region contains the region. A district officer reaches counties
 * through the pairings in force. One's own account belongs to no region. Malformed codes are refused.
 */
export function may(actor: Actor, action: Action, regionCode: string, on: string): boolean {
  return allowing(actor, action, on).some(
    (held) => action === "account.own" || reaches(actor, held, action, { regionCode, on }),
  );
}

/** Whether the actor may do this somewhere: for menus, never in place of `may`. */
export function mayAnywhere(actor: Actor, action: Action, on: string): boolean {
  return allowing(actor, action, on).length > 0;
}

/**
 * The person as he does this: row-level security shows him only the regions where he may. Whoever
 * audits one county and works in another reads the trail of the first alone.
 */
export function narrowedTo(actor: Actor, action: Action, on: string): Actor {
  return { ...actor, counties: countiesFor(actor, action, on) };
}

/** The codes of the actor's scope in which he may do this on the day. */
export function countiesFor(actor: Actor, action: Action, on: string): string[] {
  return actor.counties.filter((code) => may(actor, action, code, on));
}

function allowing(actor: Actor, action: Action, on: string): readonly RoleAssignment[] {
  return actor.assignments.filter(
    (held) => inForce(held, on) && POLICY[held.role].includes(action),
  );
}

function reaches(
  actor: Actor,
  held: RoleAssignment,
  action: Action,
  { regionCode, on }: { readonly regionCode: string; readonly on: string },
): boolean {
  if (held.role !== "districtOfficer") return regionContains(held.regionCode, regionCode);
  if (OF_THE_DISTRICT.includes(action) && held.regionCode === regionCode) return true;
  // A county's own targets are the prefecture's to enter, whoever assists it.
  if (action === "target.write") return false;
  return actor.pairedCounties.some(
    (pairing) =>
      inForce(pairing, on) &&
      pairing.district === held.regionCode &&
      regionContains(pairing.county, regionCode),
  );
}
