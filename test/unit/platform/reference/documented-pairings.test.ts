import { describe, expect, it } from "vitest";
import {
  documentedCountyFlags,
  documentedPairings,
} from "~/platform/reference/documented-pairings.server";
import { presentRegions, regionName } from "~/platform/reference/region-codes.server";

const namesOf = (codes: readonly string[]) => codes.map((code) => regionName(code));
const inForce = new Set(presentRegions().map((region) => String(region.code)));

describe("pairings in the founding documents", () => {
  it("pairs each district with the counties that its document names", () => {
    const named = documentedPairings()
      .filter((pairing) => !pairing.countiesAreAssumed)
      .map(({ district, counties }) => [regionName(district), ...namesOf(counties)].join(" "));
    expect(named).toEqual([
      "宝山区 宣威市 富源县 罗平县 师宗县 会泽县",
      "嘉定区 双柏县 牟定县 南华县 姚安县 大姚县 永仁县 武定县",
      "松江区 勐海县 勐腊县 昭阳区 彝良县 威信县 镇雄县 定日县",
      "闵行区 大关县 永善县 盐津县 泽普县",
    ]);
  });

  it("marks the counties of 保山, named only as a prefecture, as assumed", () => {
    const assumed = documentedPairings().filter((pairing) => pairing.countiesAreAssumed);
    expect(assumed.map(({ counties }) => namesOf(counties).join(" "))).toEqual([
      "隆阳区 施甸县 龙陵县 昌宁县 腾冲市",
    ]);
  });

  it("ends the pairings of 2020 in 2021 and says that the day is assumed", () => {
    const ended = documentedPairings().filter(({ to }) => to !== null);
    expect(ended.map(({ district }) => district)).toEqual(["310113", "310114"]);
    for (const pairing of ended) {
      expect(pairing).toMatchObject({ to: "2021-06-30", endIsAssumed: true });
    }
  });

  it("pairs no county with two districts on one day", () => {
    const rows = documentedPairings().flatMap((pairing) =>
      pairing.counties.map((county) => ({ county, from: pairing.from, to: pairing.to ?? "9999" })),
    );
    const clashes = rows.filter((a, i) =>
      rows.some((b, j) => i < j && a.county === b.county && a.from <= b.to && b.from <= a.to),
    );
    expect(clashes).toEqual([]);
  });
});

describe("county flags in the founding documents", () => {
  it("puts seven counties of 楚雄 under listed supervision from 6 July 2020", () => {
    const listed = documentedCountyFlags().filter((flag) => flag.kind === "LISTED_SUPERVISION");
    expect(listed.map(({ from, counties }) => [from, counties.length])).toEqual([
      ["2020-07-06", 7],
    ]);
  });

  it("names six key counties and no county as affected by the epidemic", () => {
    const flags = documentedCountyFlags();
    const key = flags.filter((flag) => flag.kind === "KEY_COUNTY").flatMap((flag) => flag.counties);
    expect(namesOf(key)).toEqual(["昭阳区", "彝良县", "镇雄县", "大关县", "永善县", "盐津县"]);
    expect(flags.filter((flag) => flag.kind === "COVID_AFFECTED")).toEqual([]);
  });
});

it("names only regions in force", () => {
  const codes = [...documentedPairings(), ...documentedCountyFlags()].flatMap(
    (row) => row.counties,
  );
  expect(codes.filter((code) => !inForce.has(code))).toEqual([]);
});
