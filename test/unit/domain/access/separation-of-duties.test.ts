import { describe, expect, it } from "vitest";
import type { RoleAssignment } from "~/domain/access/actor";
import type { Role } from "~/domain/access/role";
import { ROLES } from "~/domain/access/role";
import { INCOMPATIBLE, incompatibleWith } from "~/domain/access/separation-of-duties";

// Row × column, both in the order of ROLES: x = clash in one region, X = clash anywhere, . = allowed.
const EXPECTED: Record<Role, string> = {
  caseOfficer: ".xxx.xx.XX",
  reviewer: "x.....x..X",
  prefectureSupervisor: "x..x..x..X",
  secondedOfficial: "x.x...x..X",
  cooperationOffice: "......x..X",
  finance: "x.....x..X",
  auditor: "xxxxxx.xXX",
  labourStationOfficer: "......x..X",
  districtOfficer: "X.....X..X",
  systemAdministrator: "XXXXXXXXX.",
};
const pairs = ROLES.flatMap((one) =>
  ROLES.map((other, i) => ({ one, other, mark: EXPECTED[one][i] ?? "?" })),
);
const held = (role: Role, over: Partial<RoleAssignment> = {}): RoleAssignment => ({
  role,
  regionCode: "532324",
  from: "2020-01-01",
  to: "2020-12-31",
  ...over,
});

describe("every pair of roles", () => {
  it.each(pairs)("$one × $other in one county: $mark", ({ one, other, mark }) => {
    expect(incompatibleWith([held(one)], held(other))).toHaveLength(mark === "." ? 0 : 1);
  });

  it.each(pairs)(
    "$one × $other in two counties: only X clashes ($mark)",
    ({ one, other, mark }) => {
      const elsewhere = held(other, { regionCode: "532329" });
      expect(incompatibleWith([held(one)], elsewhere)).toHaveLength(mark === "X" ? 1 : 0);
    },
  );

  it("lists no pair twice and gives each a reason in Chinese", () => {
    const keys = INCOMPATIBLE.map(({ roles }) => [...roles].sort().join());
    expect(new Set(keys).size).toBe(keys.length);
    for (const { reason } of INCOMPATIBLE) expect(reason).toMatch(/^[\u4e00-\u9fff，]+$/);
  });
});

describe("overlap", () => {
  it("clashes across levels: a prefecture contains its counties", () => {
    const supervisor = held("prefectureSupervisor", { regionCode: "532300" });
    expect(incompatibleWith([supervisor], held("caseOfficer"))).toHaveLength(1);
    expect(incompatibleWith([held("caseOfficer")], supervisor)).toHaveLength(1);
  });

  it.each([
    ["2020-12-31", 1],
    ["2021-01-01", 0],
  ])("a role from %s beside one that ends 2020-12-31: %i", (from, count) => {
    const wanted = held("reviewer", { from, to: null });
    expect(incompatibleWith([held("caseOfficer")], wanted)).toHaveLength(count);
  });

  it("clashes with a role that has no end", () => {
    const wanted = held("reviewer", { from: "2030-01-01", to: null });
    expect(incompatibleWith([held("caseOfficer", { to: null })], wanted)).toHaveLength(1);
  });

  it("names each role in the way, with the reason", () => {
    const current = [held("caseOfficer"), held("cooperationOffice"), held("reviewer")];
    const conflicts = incompatibleWith(current, held("auditor"));
    expect(conflicts.map((conflict) => conflict.held.role)).toEqual([
      "caseOfficer",
      "cooperationOffice",
      "reviewer",
    ]);
    expect(conflicts[0]?.reason).toContain("审计");
  });
});
