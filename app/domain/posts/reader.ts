import type { Actor } from "../access/actor";
import type { Role } from "../access/role";
import { may } from "../access/policy";

/** Who learns of a post what his task needs: that somebody holds it, and whether he was paid and signed. */
const IN_PART: ReadonlySet<Role> = new Set(["districtOfficer", "labourStationOfficer"]);

/**
 * Whether the reader sees all of a post. A district officer sees people of his paired counties, and a labour station
 * those it looks after, by name, masked number, post, days, and whether they were paid and signed (R20: 最小必要);
 * whoever also holds another role there sees the rest.
 */
export function readsWholePost(actor: Actor, countyCode: string, on: string): boolean {
  const others = actor.assignments.filter(({ role }) => !IN_PART.has(role));
  return may({ ...actor, assignments: others }, "post.read", countyCode, on);
}
