import { describe, expect, it } from "vitest";
import type { RoleAssignment } from "~/domain/access/actor";
import { adminLevelOf } from "~/domain/access/admin-level";
import { administeredRegions, countiesInScope, regionContains } from "~/domain/access/region-scope";
import type { Role } from "~/domain/access/role";
import { regionCode } from "~/domain/shared/region-code";

const COUNTIES = ["310114", "530381", "532301", "532324", "532329", "540223", "659001"];
const ON = "2020-08-01";
const held = (role: Role, code: string, to: string | null = null): RoleAssignment => ({
  role,
  regionCode: code,
  from: "2020-01-01",
  to,
});

describe("one region inside another", () => {
  it.each([
    ["530000", "530000", true],
    ["530000", "532300", true],
    ["530000", "532324", true],
    ["530000", "532324101201", true],
    ["530000", "310114", false],
    ["532300", "532324", true],
    ["532300", "530381", false],
    ["532324", "532300", false],
    ["532324", "532324101", true],
    ["532324", "532329101", false],
    ["532324101", "532324101201", true],
    ["532324100", "532324101", false],
    ["532324101", "532324", false],
    ["650000", "659001", true],
    ["310000", "310114", true],
    ["530300", "530000", false],
    ["5323", "532324", false],
    ["532324", "53232", false],
    ["", "532324", false],
    ["532324", "5323241", false],
  ])("%j contains %j: %s", (outer, inner, expected) => {
    expect(regionContains(outer, inner)).toBe(expected);
  });

  it.each([
    ["530000", "PROVINCE"],
    ["532300", "PREFECTURE"],
    ["310114", "COUNTY"],
    ["532324100", "TOWNSHIP"],
    ["532324100000", "VILLAGE"],
  ])("%s is a %s", (code, level) => expect(adminLevelOf(regionCode(code))).toBe(level));
});

describe("the codes row-level security is given", () => {
  it("is the county alone for a county officer", () => {
    expect(countiesInScope([held("caseOfficer", "532324")], COUNTIES, [], ON)).toEqual(["532324"]);
  });

  it("is nothing for an administrator, who sees nobody; his regions are told apart", () => {
    const admin = [held("systemAdministrator", "532300")];
    expect(countiesInScope(admin, COUNTIES, [], ON)).toEqual([]);
    const administered = ["532300", "532301", "532324", "532329"];
    expect(administeredRegions(admin, COUNTIES, ON)).toEqual(administered);
    const ended = [held("systemAdministrator", "532300", "2020-07-31")];
    expect(administeredRegions(ended, COUNTIES, ON)).toEqual([]);
    expect(administeredRegions([held("caseOfficer", "532324")], COUNTIES, ON)).toEqual([]);
  });

  it("is the prefecture and its counties for a supervisor", () => {
    const scope = countiesInScope([held("prefectureSupervisor", "532300")], COUNTIES, [], ON);
    expect(scope).toEqual(["532300", "532301", "532324", "532329"]);
  });

  it("is the province, its prefectures and counties for a provincial auditor", () => {
    const scope = countiesInScope([held("auditor", "530000")], COUNTIES, [], ON);
    expect(scope).toEqual(["530000", "530300", "530381", "532300", "532301", "532324", "532329"]);
  });

  it("is the district and the counties paired that day for a district officer", () => {
    const pairings = [
      { district: "310114", county: "532324", from: "2020-01-01", to: ON },
      { district: "310114", county: "532329", from: "2020-08-02", to: null },
      { district: "310113", county: "530381", from: "2020-01-01", to: null },
    ];
    const officer = [held("districtOfficer", "310114")];
    expect(countiesInScope(officer, COUNTIES, pairings, ON)).toEqual(["310114", "532324"]);
    expect(countiesInScope(officer, COUNTIES, pairings, "2020-08-02")).toEqual([
      "310114",
      "532329",
    ]);
  });

  it("joins roles, and forgets one whose last day is past", () => {
    const both = [held("caseOfficer", "532324"), held("reviewer", "532329", "2020-07-31")];
    expect(countiesInScope(both, COUNTIES, [], "2020-07-31")).toEqual(["532324", "532329"]);
    expect(countiesInScope(both, COUNTIES, [], ON)).toEqual(["532324"]);
  });

  it("is empty without roles, and opens nothing for a damaged code", () => {
    expect(countiesInScope([], COUNTIES, [], ON)).toEqual([]);
    expect(countiesInScope([held("auditor", "53")], COUNTIES, [], ON)).toEqual([]);
  });
});
