import type { PairedCounty, RoleAssignment } from "~/domain/access/actor";
import { inForce } from "~/domain/access/actor";
import { adminLevelOf } from "~/domain/access/admin-level";
import { seesNoPerson } from "~/domain/access/role";
import { isWithin, toRegionCode } from "~/domain/shared/region-code";

/**
 * Whether `inner` is `outer` or lies inside it, by the hierarchy of GB/T 2260: province ⊃ prefecture ⊃
 * county ⊃ township (9 digits) ⊃ village (12). Text that is no division code contains nothing and
 * lies in nothing, so a damaged scope opens nothing.
 */
export function regionContains(outer: string, inner: string): boolean {
  const [outerCode, innerCode] = [toRegionCode(outer), toRegionCode(inner)];
  return outerCode !== null && innerCode !== null && isWithin(innerCode, outerCode);
}

/**
 * The codes row-level security compares with `=`: every county inside the regions of the roles in
 * force that day, the regions themselves, and the prefectures between. A district officer gets his
 * district and the counties paired with it that day. Sorted, each once; empty means sees nothing: an
 * administrator gets none, for he is to see nobody.
 */
export function countiesInScope(
  assignments: readonly RoleAssignment[],
  allCountyCodes: readonly string[],
  pairings: readonly PairedCounty[],
  on: string,
): readonly string[] {
  const seeing = assignments.filter(({ role }) => !seesNoPerson(role));
  return codesOf(seeing, allCountyCodes, pairings, on);
}

/** The codes in which an administrator manages accounts, organisations and divisions that day. */
export function administeredRegions(
  assignments: readonly RoleAssignment[],
  allCountyCodes: readonly string[],
  on: string,
): readonly string[] {
  const administering = assignments.filter(({ role }) => seesNoPerson(role));
  return codesOf(administering, allCountyCodes, [], on);
}

function codesOf(
  assignments: readonly RoleAssignment[],
  allCountyCodes: readonly string[],
  pairings: readonly PairedCounty[],
  on: string,
): readonly string[] {
  const codes = new Set<string>();
  for (const held of assignments.filter((assignment) => inForce(assignment, on))) {
    if (toRegionCode(held.regionCode) === null) continue;
    codes.add(held.regionCode);
    const reached =
      held.role === "districtOfficer"
        ? pairedWith(held.regionCode, pairings, on)
        : inside(held.regionCode, allCountyCodes);
    for (const code of reached) codes.add(code);
  }
  return [...codes].sort();
}

function pairedWith(district: string, pairings: readonly PairedCounty[], on: string): string[] {
  return pairings
    .filter((pairing) => pairing.district === district && inForce(pairing, on))
    .map((pairing) => pairing.county);
}

function inside(regionCode: string, allCountyCodes: readonly string[]): string[] {
  const counties = allCountyCodes.filter((county) => regionContains(regionCode, county));
  const code = toRegionCode(regionCode);
  if (code === null || adminLevelOf(code) !== "PROVINCE") return counties;
  return [...counties, ...counties.map((county) => `${county.slice(0, 4)}00`)];
}
