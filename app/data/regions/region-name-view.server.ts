import { regionContains } from "~/domain/access/region-scope";
import type { NamedCounty } from "~/domain/regions/county-finder";
import { presentRegions, regionName } from "~/platform/reference/region-codes.server";

/** The counties inside a region, itself when it is one. */
export function countiesWithin(regionCode: string): readonly NamedCounty[] {
  return presentRegions().filter(
    ({ code, level }) => level === "COUNTY" && regionContains(regionCode, code),
  );
}

/** The region and its counties: the scope of work on things of the whole region. A county is alone. */
export function regionAndCounties(regionCode: string): readonly string[] {
  return [...new Set([regionCode, ...countiesWithin(regionCode).map(({ code }) => code)])];
}

/** A region to choose, under the name of its prefecture. */
export interface RegionChoice {
  readonly code: string;
  readonly name: string;
  readonly prefectureName: string;
}

/** Prefectures and counties among the codes, to choose from; a prefecture heads its own group. */
export function regionChoices(codes: readonly string[]): RegionChoice[] {
  const wanted = new Set(codes);
  return presentRegions()
    .filter(({ code }) => wanted.has(code))
    .map(({ code, name, level, parent }) => {
      const heads = level === "COUNTY" && parent !== null ? regionName(parent) : name;
      return { code, name, prefectureName: heads ?? name };
    })
    .sort((a, b) => a.code.localeCompare(b.code));
}

/** 楚雄彝族自治州牟定县, or the code where no table has it. */
export function fullRegionName(code: string): string {
  const name = regionName(code) ?? code;
  const prefecture = code.endsWith("00") ? null : regionName(`${code.slice(0, 4)}00`);
  return `${prefecture ?? ""}${name}`;
}

/** The districts of Shanghai, to pair a county with. */
export function shanghaiDistricts(): readonly { readonly code: string; readonly name: string }[] {
  return presentRegions()
    .filter(({ code, level }) => level === "COUNTY" && code.startsWith("31"))
    .map(({ code, name }) => ({ code, name }));
}
