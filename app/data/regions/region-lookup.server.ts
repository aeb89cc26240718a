import { regionContains } from "~/domain/access/region-scope";
import type { NamedCounty } from "~/domain/regions/county-finder";
import { presentRegions } from "~/platform/reference/region-codes.server";

/** The counties inside a region, itself when it is one. */
export function countiesWithin(regionCode: string): readonly NamedCounty[] {
  return presentRegions().filter(
    ({ code, level }) => level === "COUNTY" && regionContains(regionCode, code),
  );
}
