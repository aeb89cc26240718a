import type { Role } from "~/domain/access/role";

/** A role held for a region; `from` and `to` are days (`YYYY-MM-DD`), both inclusive. */
export interface RoleAssignment {
  readonly role: Role;
  readonly regionCode: string;
  readonly from: string;
  /** The last day, or null while no end is set. */
  readonly to: string | null;
}

/** A county assisted by a Shanghai district between two days, both inclusive. */
export interface PairedCounty {
  readonly district: string;
  readonly county: string;
  readonly from: string;
  readonly to: string | null;
}

/** The signed-in person, as every use case and view receives him. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly organisationName: string;
  readonly assignments: readonly RoleAssignment[];
  /** The pairings of the districts he works for; empty for everybody but a district officer. */
  readonly pairedCounties: readonly PairedCounty[];
  /** The region codes that row-level security lets him see: `countiesInScope` on the day of the request. */
  readonly counties: readonly string[];
  /** The region codes whose accounts, organisations and divisions he manages; they show no person. */
  readonly administered: readonly string[];
}

/** Every region a person has to do with: where he sees people, and where he administers. Sorted. */
export function ownRegions(actor: {
  readonly counties: readonly string[];
  readonly administered?: readonly string[];
}): readonly string[] {
  return [...new Set([...actor.counties, ...(actor.administered ?? [])])].sort();
}

/** Whether a dated thing is in force on the day. Days compare as text. */
export function inForce(dated: { from: string; to: string | null }, on: string): boolean {
  return dated.from <= on && (dated.to === null || on <= dated.to);
}
