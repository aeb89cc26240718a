import type { Actor } from "../access/actor";
import { may } from "../access/policy";

/**
 * Whether the reader sees the whole line. A district officer sees people of his paired counties by name, masked
 * number, employer, workplace, dates and state only (R20: 最小必要); whoever also holds another role there sees all.
 */
export function readsWholeLine(actor: Actor, countyCode: string, on: string): boolean {
  const others = actor.assignments.filter(({ role }) => role !== "districtOfficer");
  return may({ ...actor, assignments: others }, "placement.read", countyCode, on);
}
