import type { Actor } from "../access/actor";
import { may } from "../access/policy";

/**
 * Whether the reader sees all of a claim. A district officer sees the sums his district's money is spent on, and of
 * the people their name, masked number, days and state only (R20: 最小必要): no account and none of the facts a line was
 * judged by. Whoever also holds another role there sees the rest.
 */
export function readsWholeClaim(actor: Actor, countyCode: string, on: string): boolean {
  const others = actor.assignments.filter(({ role }) => role !== "districtOfficer");
  return may({ ...actor, assignments: others }, "claim.read", countyCode, on);
}
