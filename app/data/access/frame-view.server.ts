import { inForce, type Actor } from "~/domain/access/actor";
import { ROLE_LABELS } from "~/domain/access/role";
import { regionName } from "~/platform/reference/region-codes.server";

/** What stands at the top of every page about the person. */
export interface FrameView {
  readonly roleLabels: readonly string[];
  readonly regionName: string;
}

export function viewFrame(actor: Actor, ownRegion: string, on: string): FrameView {
  const roles = actor.assignments.filter((held) => inForce(held, on));
  return {
    roleLabels: [...new Set(roles.map((held) => ROLE_LABELS[held.role]))],
    regionName: regionName(roles[0]?.regionCode ?? ownRegion) ?? "",
  };
}
