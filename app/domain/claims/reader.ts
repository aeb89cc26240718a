import type { Actor } from "../access/actor";
import { countiesFor, may } from "../access/policy";

/**
 * Whether the reader sees all of a claim. A district officer sees the sums his district's money is spent on, and of
 * the people their name, masked number, days and state only (R20: 最小必要): no account and none of the facts a line was
 * judged by. Whoever also holds another role there sees the rest.
 */
export function readsWholeClaim(actor: Actor, countyCode: string, on: string): boolean {
  return may(besidesDistrict(actor), "claim.read", countyCode, on);
}

/** The counties of which he does. */
export function wholeClaimCounties(actor: Actor, on: string): readonly string[] {
  return countiesFor(besidesDistrict(actor), "claim.read", on);
}

function besidesDistrict(actor: Actor): Actor {
  return {
    ...actor,
    assignments: actor.assignments.filter(({ role }) => role !== "districtOfficer"),
  };
}
