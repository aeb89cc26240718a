import { expect, test } from "vitest";
import type { Role } from "~/domain/access/role";
import { classDays, partiesOf } from "~/domain/evidence/supervision";
import {
  partyOf,
  supervisionObstacle,
  type SupervisionSituation,
} from "~/domain/evidence/supervision-checks";
import { supervisionFindings } from "~/domain/evidence/supervision-findings";
import { supervisionForm } from "~/domain/evidence/supervision-form";

const COUNTY = "532323";
const holding = (...roles: readonly (readonly [Role, string])[]) => ({
  assignments: roles.map(([role, regionCode]) => ({
    ...{ role, regionCode, from: "2020-06-01", to: "2020-06-30" },
  })),
});
const DAYS = classDays({ startsOn: "2020-06-01", endsOn: "2020-06-15", completedOn: null });
const TYPED = {
  ...{ party: "", way: "phone", heldOn: "2020-06-03", outsideReason: "", sessionId: "" },
  ...{ headcountSeen: "", observations: "已电话核实", problems: "", advice: "", sampled: "2" },
};
const FREE: SupervisionSituation = {
  ...{ isSealed: false, runsClass: false, mayBe: ["hrssBureau"], hasBeen: [], days: DAYS },
  ...{ sessionOn: null, today: "2020-06-20" },
};
const obstacleTo = (typed: Partial<typeof TYPED>, situation: Partial<SupervisionSituation> = {}) =>
  supervisionObstacle(supervisionForm.parse({ ...TYPED, ...typed }), { ...FREE, ...situation })
    ?.kind ?? null;
const on = "2020-06-10";

test("[R03] the party follows from the role: bureau, seconded official, or none for who runs classes", () => {
  expect(partiesOf(holding(["reviewer", COUNTY]), COUNTY, on)).toEqual(["hrssBureau"]);
  expect(partiesOf(holding(["prefectureSupervisor", "532300"]), COUNTY, on)).toEqual([
    "hrssBureau",
  ]);
  expect(partiesOf(holding(["secondedOfficial", COUNTY]), COUNTY, on)).toEqual([
    "secondedOfficial",
  ]);
  for (const role of ["caseOfficer", "auditor", "cooperationOffice", "finance"] as const) {
    expect(partiesOf(holding([role, COUNTY]), COUNTY, on)).toEqual([]);
  }
  const alsoRuns = holding(["caseOfficer", COUNTY], ["secondedOfficial", COUNTY]);
  expect(partiesOf(alsoRuns, COUNTY, on)).toEqual([]);
});

test("[R03] a role counts in its region and on its days only, the first and the last included", () => {
  const official = holding(["secondedOfficial", COUNTY]);
  expect(partiesOf(official, "532324", on)).toEqual([]);
  const found = ["2020-05-31", "2020-06-01", "2020-06-30", "2020-07-01"].map(
    (day) => partiesOf(official, COUNTY, day).length,
  );
  expect(found).toEqual([0, 1, 1, 0]);
});

test("[R03] who holds both capacities says which; one capacity is never chosen", () => {
  const both = partiesOf(holding(["reviewer", COUNTY], ["secondedOfficial", COUNTY]), COUNTY, on);
  expect(both).toEqual(["hrssBureau", "secondedOfficial"]);
  expect(partyOf(both, "")).toBeNull();
  expect(partyOf(both, "secondedOfficial")).toBe("secondedOfficial");
  expect(partyOf(["hrssBureau"], "secondedOfficial")).toBe("hrssBureau");
  expect(obstacleTo({}, { mayBe: both })).toBe("partyMissing");
  expect(obstacleTo({ party: "hrssBureau" }, { mayBe: both })).toBeNull();
});

test("[R03] nobody is both parties of one class, nor supervises a class he runs", () => {
  expect(obstacleTo({}, { hasBeen: ["secondedOfficial"] })).toBe("otherParty");
  expect(obstacleTo({}, { hasBeen: ["hrssBureau"] })).toBeNull();
  expect(obstacleTo({}, { runsClass: true })).toBe("runsClass");
  expect(obstacleTo({}, { mayBe: [] })).toBe("runsClass");
  expect(obstacleTo({}, { isSealed: true })).toBe("sealed");
});

test("[R03] the day lies in the class or says why not, and never in the future", () => {
  expect(obstacleTo({ heldOn: "2020-06-01" })).toBeNull();
  expect(obstacleTo({ heldOn: "2020-06-15" })).toBeNull();
  expect(obstacleTo({ heldOn: "2020-05-31" })).toBe("outsideReasonMissing");
  expect(obstacleTo({ heldOn: "2020-06-16" })).toBe("outsideReasonMissing");
  expect(obstacleTo({ heldOn: "2020-06-16", outsideReason: "结业后回访" })).toBeNull();
  expect(obstacleTo({ heldOn: "2020-06-10" }, { today: "2020-06-10" })).toBeNull();
  expect(obstacleTo({ heldOn: "2020-06-11" }, { today: "2020-06-10" })).toBe("future");
  const late = classDays({
    ...{ startsOn: "2020-06-01", endsOn: "2020-06-15" },
    completedOn: "2020-06-18",
  });
  expect(late).toEqual({ from: "2020-06-01", to: "2020-06-18" });
});

test("[R03] on site means a session of that day and a headcount; a visit means people were asked", () => {
  const onSite = { way: "onSite", sessionId: "x", headcountSeen: "30" };
  expect(obstacleTo(onSite)).toBe("sessionUnknown");
  expect(obstacleTo(onSite, { sessionOn: "2020-06-04" })).toBe("sessionOtherDay");
  expect(obstacleTo(onSite, { sessionOn: "2020-06-03" })).toBeNull();
  const errorsOf = (typed: object) =>
    supervisionForm.safeParse({ ...TYPED, ...typed }).error?.issues.map(({ path }) => path[0]);
  expect(errorsOf({ way: "onSite" })).toEqual(["sessionId", "headcountSeen"]);
  expect(errorsOf({ sampled: "" })).toEqual(["sampled"]);
  expect(errorsOf({ sampled: "0" })).toEqual(["sampled"]);
  expect(errorsOf({ sampled: "50" })).toBeUndefined();
  expect(errorsOf({ sampled: "51" })).toEqual(["sampled"]);
  expect(errorsOf({ observations: " " })).toEqual(["observations"]);
});

test("[R03] the headcount seen is laid beside the attendance; a trainee's 未参训 comes first", () => {
  const seen = { way: "onSite", heldOn: "2020-06-03", outsideReason: "", days: DAYS } as const;
  const kinds = (headcountSeen: number, attended: number | null, people: "DENIED"[] = []) =>
    supervisionFindings({
      ...{ ...seen, headcountSeen, attended },
      people: people.map((outcome) => ({ name: "普开花", outcome })),
    }).map(({ kind }) => kind);
  expect(kinds(30, 30)).toEqual([]);
  expect(kinds(29, 30)).toEqual(["headcountDiffers"]);
  expect(kinds(31, 30)).toEqual(["headcountDiffers"]);
  expect(kinds(30, null)).toEqual(["notCompared"]);
  expect(kinds(29, 30, ["DENIED"])).toEqual(["denied", "headcountDiffers"]);
  const [denied] = supervisionFindings({
    ...{ ...seen, headcountSeen: null, attended: null },
    people: [{ name: "普开花", outcome: "DENIED" }],
  });
  expect(denied).toMatchObject({ severity: "refused" });
  expect(denied?.message).toContain("1 人称未参训：普开花");
});

test("numbers typed into a record's text are kept masked", () => {
  const form = supervisionForm.parse({ ...TYPED, observations: "回拨 13812345678 已接通" });
  expect(form.observations).not.toContain("13812345678");
});
