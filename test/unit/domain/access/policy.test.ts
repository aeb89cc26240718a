import { describe, expect, it } from "vitest";
import type { Action } from "~/domain/access/action";
import { ACTION_LABELS, ACTIONS, isWriting } from "~/domain/access/action";
import type { Actor, PairedCounty, RoleAssignment } from "~/domain/access/actor";
import { may, mayAnywhere } from "~/domain/access/policy";
import { POLICY } from "~/domain/access/role-actions";
import type { Role } from "~/domain/access/role";
import { mayBeHeldAt, ROLE_LABELS, ROLES, toRole } from "~/domain/access/role";

const NANHUA = "532324";
const WUDING = "532329";
const TODAY = "2020-08-01";

// One column per role, in this order; x = may, . = may not, d = for his own district, never for a county.
const COLUMNS: readonly Role[] = [
  "caseOfficer",
  "reviewer",
  "prefectureSupervisor",
  "secondedOfficial",
  "cooperationOffice",
  "finance",
  "auditor",
  "labourStationOfficer",
  "districtOfficer",
  "systemAdministrator",
];
const EXPECTED: Record<Action, string> = {
  "people.read": "xxxxxxxxx.",
  "people.revealNumber": "xxx...x...",
  "registry.read": "xxxx..x...",
  "registry.import": "x.x.......",
  "plan.read": "xxxxxxx.x.",
  "plan.write": "x.........",
  "plan.review": ".xx.......",
  "provider.read": "xxxxxxx...",
  "provider.write": "x.........",
  "provider.suspend": ".xx.......",
  "parameter.read": "xxxxxxx...",
  "parameter.write": ".xx.......",
  "class.read": "xxxxxxxxx.",
  "class.write": "x.........",
  "class.review": ".xx.......",
  "supervision.write": ".xxx......",
  "media.read": "xxxxx.x.x.",
  "media.write": "x..x......",
  "verification.record": "x.........",
  "consent.read": "xxx...x...",
  "consent.record": "x.........",
  "notice.issue": "..x.......",
  "proof.read": "xxxx..x...",
  "proof.record": "x.........",
  "roster.read": "xxxxxxxxx.",
  "roster.import": "x.........",
  "roster.edit": "x.........",
  "roster.submit": "x.........",
  "roster.review": ".xx.......",
  "roster.export": "xxx...x...",
  "roster.print": "xxxxxxx...",
  "roster.seal": ".xx.......",
  "roster.amend": "x.........",
  "roster.reviewAmendment": ".xx.......",
  "placement.read": "xxxxxxxxx.",
  "placement.write": "x.........",
  "placement.import": "x.x.......",
  "placement.export": "xxx...x...",
  "placement.readEvidence": "xxxxx.x.x.",
  "placement.voidEvidence": ".xx.......",
  "followUp.write": "x......x..",
  "followUp.revealPhone": "x......x..",
  "employer.read": "xxxxxxxxx.",
  "employer.write": "x.......x.",
  "employer.revealPhone": "x......x..",
  "vacancy.write": "x......xx.",
  "jobFair.write": "x.........",
  "workshop.write": "x.........",
  "student.write": "x.........",
  "target.read": "xxxxxxxxx.",
  "target.write": "..x.x...d.",
  "reconciliation.read": "xxxxx.x.x.",
  "reconciliation.prepare": "x.........",
  "reconciliation.signCounty": ".x........",
  "reconciliation.signDistrict": "........x.",
  "reconciliation.reopen": "..x.......",
  "post.read": "xxxxxxxxx.",
  "post.write": "x.........",
  "post.import": "x.........",
  "post.export": "xxx...x...",
  "post.confirm": ".x........",
  "attendance.write": "x.........",
  "wage.write": "x.........",
  "wage.review": ".x........",
  "wage.pay": ".....x....",
  "wage.lock": ".x........",
  "account.reveal": "xx...xx...",
  "document.read": "xxxxxxxxx.",
  "document.write": "..x.x.....",
  "allocation.read": "xxxxxxx.x.",
  "allocation.write": "....xx....",
  "fund.read": "xxxxxxx.x.",
  "fund.write": ".....x....",
  "fund.manage": "x.........",
  "fund.review": ".xx.......",
  "fund.release": "....x.....",
  "claim.read": "xxxxxxx.x.",
  "claim.write": "x.........",
  "claim.check": "xxx.x.....",
  "claim.review": ".x........",
  "claim.approveHrss": "..x.......",
  "claim.approvePoverty": "....x.....",
  "claim.pay": ".....x....",
  "claim.export": "xxx.x.x...",
  "clawback.propose": "xxx.......",
  "clawback.decide": ".xx.......",
  "clawback.collect": ".....x....",
  "pack.import": ".xx.......",
  "pack.signOff": "..x.x.....",
  "region.read": "xxxxxxxxxx",
  "region.write": "x........x",
  "user.manage": ".........x",
  "organisation.manage": ".........x",
  "trail.read": "......x...",
  "account.own": "xxxxxxxxxx",
};
const cells = ACTIONS.flatMap((action) =>
  COLUMNS.map((role, i) => ({ role, action, expected: EXPECTED[action][i] ?? "" })),
);

const SEAT: Partial<Record<Role, string>> = {
  prefectureSupervisor: "532300",
  districtOfficer: "310114",
};
const JIADING: PairedCounty = {
  district: "310114",
  county: NANHUA,
  from: "2020-01-01",
  to: "2021-06-30",
};

function holding(role: Role, over: Partial<RoleAssignment> = {}, paired = [JIADING]): Actor {
  const regionCode = SEAT[role] ?? NANHUA;
  return {
    userId: "u1",
    name: "张敏",
    organisationName: "南华县人社局",
    assignments: [{ role, regionCode, from: "2020-01-01", to: "2020-12-31", ...over }],
    pairedCounties: paired,
    counties: [],
    administered: [],
  };
}

describe("every role and every action", () => {
  it("covers each role and each action once", () => {
    expect([...COLUMNS].sort()).toEqual([...ROLES].sort());
    for (const row of Object.values(EXPECTED)) expect(row).toHaveLength(COLUMNS.length);
  });

  it.each(cells)("$role × $action in its own region: $expected", ({ role, action, expected }) => {
    expect(may(holding(role), action, NANHUA, TODAY)).toBe(expected === "x");
    expect(mayAnywhere(holding(role), action, TODAY)).toBe(expected !== ".");
  });

  it.each(cells)("$role × $action in another region: never but one's own account", (cell) => {
    const elsewhere = cell.role === "prefectureSupervisor" ? "530381" : WUDING;
    expect(may(holding(cell.role), cell.action, elsewhere, TODAY)).toBe(
      cell.action === "account.own",
    );
  });

  it("never lets the auditor write", () => {
    expect(POLICY.auditor.filter(isWriting)).toEqual([]);
    expect(POLICY.caseOfficer.filter(isWriting)).not.toEqual([]);
  });
});

describe("the period of a role", () => {
  it.each([
    ["2019-12-31", false],
    ["2020-01-01", true],
    ["2020-12-31", true],
    ["2021-01-01", false],
  ])("on %s: %s", (on, expected) => {
    expect(may(holding("caseOfficer"), "roster.edit", NANHUA, on)).toBe(expected);
  });

  it("has no end while no last day is set", () => {
    expect(may(holding("caseOfficer", { to: null }), "roster.edit", NANHUA, "2099-01-01")).toBe(
      true,
    );
  });
});

describe("the region of a role", () => {
  it.each([
    ["532324", true],
    ["532324101", true],
    ["532324101201", true],
    ["532300", false],
    ["530000", false],
    ["53232", false],
    ["", false],
  ])("a county officer of 南华 in %j: %s", (region, expected) => {
    expect(may(holding("caseOfficer"), "roster.read", region, TODAY)).toBe(expected);
  });

  it("joins the roles of one person without mixing their regions", () => {
    const actor: Actor = {
      ...holding("caseOfficer"),
      assignments: [
        { role: "caseOfficer", regionCode: NANHUA, from: "2020-01-01", to: null },
        { role: "reviewer", regionCode: WUDING, from: "2020-01-01", to: null },
      ],
    };
    expect(may(actor, "roster.edit", NANHUA, TODAY)).toBe(true);
    expect(may(actor, "roster.review", WUDING, TODAY)).toBe(true);
    expect(may(actor, "roster.edit", WUDING, TODAY)).toBe(false);
    expect(may(actor, "roster.review", NANHUA, TODAY)).toBe(false);
  });

  it("gives nothing to a person without roles", () => {
    const nobody: Actor = { ...holding("caseOfficer"), assignments: [] };
    expect(ACTIONS.filter((action) => may(nobody, action, NANHUA, TODAY))).toEqual([]);
  });
});

describe("a district officer reaches counties through pairings", () => {
  const long = { to: null };
  it.each([
    ["2021-06-30", true],
    ["2021-07-01", false],
  ])("on %s, the pairing ending 2021-06-30: %s", (on, expected) => {
    expect(may(holding("districtOfficer", long), "roster.read", NANHUA, on)).toBe(expected);
  });

  it("reaches a township of a paired county, but not the district's own code", () => {
    expect(may(holding("districtOfficer"), "roster.read", "532324101", TODAY)).toBe(true);
    expect(may(holding("districtOfficer"), "roster.read", "310114", TODAY)).toBe(false);
  });

  it("sets his own district's targets, no county's and no other district's", () => {
    const officer = holding("districtOfficer");
    const where = ["310114", "310113", "310000", NANHUA, "532300"];
    expect(where.filter((code) => may(officer, "target.write", code, TODAY))).toEqual(["310114"]);
    expect(where.filter((code) => may(officer, "target.read", code, TODAY))).toEqual([
      "310114",
      NANHUA,
    ]);
  });

  it("does not use a pairing of another district", () => {
    const baoshan = [{ ...JIADING, district: "310113" }];
    expect(may(holding("districtOfficer", {}, baoshan), "roster.read", NANHUA, TODAY)).toBe(false);
  });

  it("lends its pairings to no other role", () => {
    const reviewer = holding("reviewer", { regionCode: "310114" });
    expect(may(reviewer, "roster.review", NANHUA, TODAY)).toBe(false);
  });
});

describe("roles and actions in words", () => {
  it("labels each role and action differently, in Chinese", () => {
    const labels = [...Object.values(ROLE_LABELS), ...Object.values(ACTION_LABELS)];
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^[\u4e00-\u9fff]+$/);
  });

  it("reads a role from text and nothing else", () => {
    expect(toRole("finance")).toBe("finance");
    expect(toRole("constructor")).toBeNull();
  });

  it.each([
    ["caseOfficer", "532324", true],
    ["caseOfficer", "532300", false],
    ["caseOfficer", "310114", false],
    ["prefectureSupervisor", "532300", true],
    ["prefectureSupervisor", "532324", false],
    ["districtOfficer", "310114", true],
    ["districtOfficer", "532324", false],
    ["districtOfficer", "310000", false],
    ["auditor", "530000", true],
    ["auditor", "532324101", false],
    ["systemAdministrator", "楚雄", false],
  ] as const)("%s may be held at %s: %s", (role, region, expected) => {
    expect(mayBeHeldAt(role, region)).toBe(expected);
  });
});
