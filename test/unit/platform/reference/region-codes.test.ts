import { statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  knownRegionCodes,
  presentRegions,
  regionName,
} from "~/platform/reference/region-codes.server";

const byCode = new Map(presentRegions().map((region) => [String(region.code), region]));

describe("regions in force", () => {
  it.each([
    ["530000", "云南省", "PROVINCE", null],
    ["532300", "楚雄彝族自治州", "PREFECTURE", "530000"],
    ["532301", "楚雄市", "COUNTY", "532300"],
    ["532302", "禄丰市", "COUNTY", "532300"],
    ["530304", "马龙区", "COUNTY", "530300"],
    ["530681", "水富市", "COUNTY", "530600"],
    ["540223", "定日县", "COUNTY", "540200"],
    ["653124", "泽普县", "COUNTY", "653100"],
    ["310113", "宝山区", "COUNTY", "310000"],
    ["659001", "石河子市", "COUNTY", "650000"],
  ])("%s is %s, %s under %s", (code, name, level, parent) => {
    expect(byCode.get(code)).toEqual({ code, name, level, parent });
  });

  it("has all 129 counties of Yunnan and 16 districts of Shanghai", () => {
    const counties = [...byCode.values()].filter((region) => region.level === "COUNTY");
    expect(counties.filter((region) => region.code.startsWith("53"))).toHaveLength(129);
    expect(counties.filter((region) => region.code.startsWith("31"))).toHaveLength(16);
  });

  it("puts every region under a parent that is itself in force", () => {
    const orphans = presentRegions().filter(({ parent }) => parent !== null && !byCode.has(parent));
    expect(orphans).toEqual([]);
  });

  it.each(["532331", "530301", "140171", "429000"])(
    "does not offer %s, which is withdrawn, an aggregate or a statistical zone",
    (code) => expect(byCode.has(code)).toBe(false),
  );

  it("holds each code once", () => expect(byCode.size).toBe(presentRegions().length));
});

describe("codes an ID number may begin with", () => {
  it.each([
    ["532224", "宣威县"],
    ["532225", "富源县"],
    ["532130", "威信县"],
    ["542324", "定日县"],
    ["530328", "沾益县"],
    ["532331", "禄丰县"],
    ["310119", "南汇区"],
    ["530301", "曲靖市市辖区"],
    ["830000", "台湾地区"],
  ])("knows the withdrawn %s as %s", (code, name) => {
    expect(knownRegionCodes().has(code)).toBe(true);
    expect(regionName(code)).toBe(name);
  });

  it.each(["532324", "310113", "441900"])("knows %s, in force", (code) => {
    expect(knownRegionCodes().has(code)).toBe(true);
  });

  it.each(["532399", "532300", "530000", "990101", "", "53232"])("does not know %j", (code) => {
    expect(knownRegionCodes().has(code)).toBe(false);
  });

  it("lists the provinces by their first two digits", () => {
    const { provinces } = knownRegionCodes();
    for (const prefix of ["11", "31", "53", "54", "65", "81", "82", "83"]) {
      expect(provinces.has(prefix)).toBe(true);
    }
    for (const prefix of ["00", "16", "29", "38", "99"]) expect(provinces.has(prefix)).toBe(false);
  });

  it("names nothing it does not know", () => expect(regionName("999999")).toBeNull());
});

it("keeps the table under 300 kB", () => {
  expect(statSync("prisma/reference/region-codes.json").size).toBeLessThan(300_000);
});
