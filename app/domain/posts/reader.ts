import type { Actor } from "../access/actor";
import { may } from "../access/policy";

/**
 * Whether the reader sees all of a post. A district officer sees people of his paired counties by name, masked
 * number, post, days, and whether they were paid and signed (R20: 最小必要); whoever also holds another role there
 * sees the rest.
 */
export function readsWholePost(actor: Actor, countyCode: string, on: string): boolean {
  const others = actor.assignments.filter(({ role }) => role !== "districtOfficer");
  return may({ ...actor, assignments: others }, "post.read", countyCode, on);
}
