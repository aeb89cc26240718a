import type { Action } from "~/domain/access/action";
import type { Actor, RoleAssignment } from "~/domain/access/actor";
import { inForce } from "~/domain/access/actor";
import { regionContains } from "~/domain/access/region-scope";
import type { Role } from "~/domain/access/role";

/**
 * Who may do what, inside the region of his role. The county enters and checks its own rosters; the
 * prefecture reads, returns and confirms but never edits a county's rows (曲财农〔2020〕31号 四(三));
 * the auditor reads and never writes; the administrator sees no person.
 */
export const POLICY: Record<Role, readonly Action[]> = {
  caseOfficer: [
    "people.read",
    "people.revealNumber",
    "registry.read",
    "registry.import",
    "region.read",
    "class.read",
    "class.write",
    "roster.read",
    "roster.import",
    "roster.edit",
    "roster.submit",
    "roster.export",
    "roster.print",
    "region.write",
    "account.own",
  ],
  reviewer: [
    "people.read",
    "people.revealNumber",
    "registry.read",
    "region.read",
    "class.read",
    "roster.read",
    "roster.review",
    "roster.export",
    "roster.print",
    "account.own",
  ],
  // The registry platform exports a whole prefecture at once, so the prefecture may load it.
  prefectureSupervisor: [
    "people.read",
    "people.revealNumber",
    "registry.read",
    "registry.import",
    "region.read",
    "class.read",
    "roster.read",
    "roster.review",
    "roster.export",
    "roster.print",
    "account.own",
  ],
  secondedOfficial: [
    "people.read",
    "registry.read",
    "region.read",
    "class.read",
    "roster.read",
    "roster.print",
    "account.own",
  ],
  cooperationOffice: [
    "people.read",
    "region.read",
    "class.read",
    "roster.read",
    "roster.print",
    "account.own",
  ],
  finance: [
    "people.read",
    "region.read",
    "class.read",
    "roster.read",
    "roster.print",
    "account.own",
  ],
  auditor: [
    "people.read",
    "people.revealNumber",
    "registry.read",
    "region.read",
    "class.read",
    "roster.read",
    "roster.export",
    "roster.print",
    "trail.read",
    "account.own",
  ],
  labourStationOfficer: ["people.read", "region.read", "class.read", "roster.read", "account.own"],
  districtOfficer: ["people.read", "region.read", "class.read", "roster.read", "account.own"],
  systemAdministrator: [
    "region.read",
    "region.write",
    "user.manage",
    "organisation.manage",
    "account.own",
  ],
};

/**
 * Whether the actor may do this in this region on this day (`YYYY-MM-DD`): one of his roles allows
 * the action, is in force, and its region contains the region. A district officer reaches counties
 * through the pairings in force. One's own account belongs to no region. Malformed codes are refused.
 */
export function may(actor: Actor, action: Action, regionCode: string, on: string): boolean {
  return allowing(actor, action, on).some(
    (held) => action === "account.own" || reaches(actor, held, regionCode, on),
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
  return { ...actor, counties: actor.counties.filter((code) => may(actor, action, code, on)) };
}

function allowing(actor: Actor, action: Action, on: string): readonly RoleAssignment[] {
  return actor.assignments.filter(
    (held) => inForce(held, on) && POLICY[held.role].includes(action),
  );
}

function reaches(actor: Actor, held: RoleAssignment, regionCode: string, on: string): boolean {
  if (held.role !== "districtOfficer") return regionContains(held.regionCode, regionCode);
  return actor.pairedCounties.some(
    (pairing) =>
      inForce(pairing, on) &&
      pairing.district === held.regionCode &&
      regionContains(pairing.county, regionCode),
  );
}
