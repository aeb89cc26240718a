import { randomUUID } from "node:crypto";
import type { Actor } from "~/domain/access/actor";
import { administeredRegions, countiesInScope } from "~/domain/access/region-scope";
import type { Role } from "~/domain/access/role";
import { presentRegions } from "~/platform/reference/region-codes.server";

const COUNTIES = presentRegions()
  .filter((region) => region.level === "COUNTY")
  .map((region) => region.code);

/** A signed-in person with one role in one region, held since 2020. */
export function anActor(role: Role, regionCode: string, name = "测试员"): Actor {
  const assignments = [{ role, regionCode, from: "2020-01-01", to: null }];
  return {
    userId: randomUUID(),
    name,
    organisationName: "测试单位",
    assignments,
    pairedCounties: [],
    counties: countiesInScope(assignments, COUNTIES, [], "2026-01-01"),
    administered: administeredRegions(assignments, COUNTIES, "2026-01-01"),
  };
}
