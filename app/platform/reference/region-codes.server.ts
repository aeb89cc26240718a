import { z } from "zod";
import type { AdminLevel } from "~/domain/access/admin-level";
import { adminLevelOf } from "~/domain/access/admin-level";
import { regionCode } from "~/domain/shared/region-code";
import type { KnownRegionCodes, RegionCode } from "~/domain/shared/region-code";
import data from "../../../prisma/reference/region-codes.json";

/** A division in force today; `parent` is null for a province. */
export interface Region {
  readonly code: RegionCode;
  readonly name: string;
  readonly level: AdminLevel;
  readonly parent: RegionCode | null;
}

const named = z.tuple([z.string(), z.string()]);
const placed = z.tuple([z.string(), z.string(), z.string()]);
const table = z
  .object({
    provinces: z.array(named),
    prefectures: z.array(placed),
    counties: z.array(placed),
    withdrawn: z.array(named),
  })
  .parse(data);

const regions: readonly Region[] = [
  ...table.provinces.map(([code, name]) => region(code, name, null)),
  ...[...table.prefectures, ...table.counties].map(([code, name, parent]) =>
    region(code, name, regionCode(parent)),
  ),
];
const names = new Map([
  ...table.withdrawn,
  ...regions.map(({ code, name }) => [code, name] as const),
]);
const known = knownCodes();

/** Every province, prefecture and county in force, provinces first, each level in the order of its codes. */
export function presentRegions(): readonly Region[] {
  return regions;
}

/** The codes an ID number may begin with, withdrawn ones included; sources in prisma/reference/README.md. */
export function knownRegionCodes(): KnownRegionCodes {
  return known;
}

/** The name of a six-digit code, withdrawn or in force; null when no table has it. */
export function regionName(code: string): string | null {
  return names.get(code) ?? null;
}

function region(code: string, name: string, parent: RegionCode | null): Region {
  const checked = regionCode(code);
  return { code: checked, name, level: adminLevelOf(checked), parent };
}

function knownCodes(): KnownRegionCodes {
  const codes = new Set([
    ...table.counties.map(([code]) => code),
    ...table.withdrawn.map(([code]) => code),
  ]);
  // 东莞, 中山, 儋州 and 嘉峪关 have no counties: their ID numbers begin with the city's own code.
  const withCounties = new Set(table.counties.map(([, , parent]) => parent));
  for (const [code] of table.prefectures) if (!withCounties.has(code)) codes.add(code);
  return {
    has: (code) => codes.has(code),
    provinces: new Set([...codes].map((c) => c.slice(0, 2))),
  };
}
