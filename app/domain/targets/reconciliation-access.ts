import type { Action } from "../access/action";
import type { Actor } from "../access/actor";
import { may } from "../access/policy";

interface Pair {
  readonly countyCode: string;
  readonly districtCode: string;
}

/**
 * Whether the actor may do this with what a county and one district have between them. Another district that is
 * paired with the same county sees its people, but not this.
 */
export function mayForPair(actor: Actor, action: Action, pair: Pair, on: string): boolean {
  const assignments = actor.assignments.filter(
    ({ role, regionCode }) => role !== "districtOfficer" || regionCode === pair.districtCode,
  );
  return may({ ...actor, assignments }, action, pair.countyCode, on);
}

/** Whether the thing is his at all; who does not reach it is told that there is none. */
export function reachesPair(actor: Actor, pair: Pair, on: string): boolean {
  return mayForPair(actor, "people.read", pair, on);
}

/** Either side explains what differs: who prepares it for the county, or who signs for the district. */
export function mayExplain(actor: Actor, pair: Pair, on: string): boolean {
  return (
    mayForPair(actor, "reconciliation.prepare", pair, on) ||
    mayForPair(actor, "reconciliation.signDistrict", pair, on)
  );
}

/** Who takes the sheet away as a file: who exports the county's ledger, or signs for the district. */
export function mayExport(actor: Actor, pair: Pair, on: string): boolean {
  return (
    mayForPair(actor, "placement.export", pair, on) ||
    mayForPair(actor, "reconciliation.signDistrict", pair, on)
  );
}
