import { afterAll, beforeAll, expect, test } from "vitest";
import { ROLES, type Role } from "~/domain/access/role";
import * as organisations from "~/routes/access/organisations";
import * as users from "~/routes/access/users";
import * as employers from "~/routes/employers/employers";
import * as fairs from "~/routes/employers/fairs/fairs";
import * as labourBatches from "~/routes/employers/labour-batches";
import * as students from "~/routes/employers/students/students";
import * as vacancies from "~/routes/employers/vacancies";
import * as workshops from "~/routes/employers/workshops/workshops";
import * as followUps from "~/routes/placements/follow-ups";
import * as placements from "~/routes/placements/placements";
import * as retention from "~/routes/placements/retention";
import * as targets from "~/routes/targets/board";
import * as reconciliations from "~/routes/targets/reconciliation/reconciliations";
import * as postAttendance from "~/routes/posts/attendance";
import * as posts from "~/routes/posts/board";
import * as postNotices from "~/routes/posts/notices";
import * as postQuotas from "~/routes/posts/quotas";
import * as wageSheets from "~/routes/posts/wage-sheets";
import * as clawbacks from "~/routes/claims/clawbacks";
import * as claims from "~/routes/claims/claims";
import * as funds from "~/routes/funds/pots/pots";
import * as allocations from "~/routes/funds/allocations/allocations";
import * as documents from "~/routes/funds/documents/documents";
import * as notices from "~/routes/evidence/notices";
import { menuFor } from "~/routes/frame/menu";
import * as home from "~/routes/home/home";
import * as people from "~/routes/people/people";
import * as counties from "~/routes/regions/counties";
import * as county from "~/routes/regions/county";
import * as snapshots from "~/routes/registry/snapshots";
import * as rosterUpload from "~/routes/rosters/import-upload";
import * as rosters from "~/routes/rosters/list";
import * as trail from "~/routes/trail/trail";
import * as packs from "~/routes/rules/packs";
import * as parameters from "~/routes/rules/parameters";
import * as rules from "~/routes/rules/rules";
import * as classes from "~/routes/training/classes";
import * as plans from "~/routes/training/plans";
import * as providers from "~/routes/training/providers";
import { anActor } from "#test/builders/actor";
import { aVisitor, visit } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const TODAY = "2026-01-01";
const MOUDING = "532323";
const SEAT: Partial<Record<Role, string>> = {
  prefectureSupervisor: "532300",
  districtOfficer: "310114",
  systemAdministrator: "530000",
};
const PAGES: Readonly<Record<string, Parameters<typeof visit>[0]>> = {
  "/": home,
  "/rosters": rosters,
  "/rosters/import": rosterUpload,
  "/classes": classes,
  "/plans": plans,
  "/providers": providers,
  "/placements": placements,
  "/follow-ups": followUps,
  "/retention": retention,
  "/employers": employers,
  "/vacancies": vacancies,
  "/labour-batches": labourBatches,
  "/job-fairs": fairs,
  "/workshops": workshops,
  "/students": students,
  "/posts": posts,
  "/posts/quotas": postQuotas,
  "/posts/notices": postNotices,
  "/posts/attendance": postAttendance,
  "/wage-sheets": wageSheets,
  "/funds": funds,
  "/claims": claims,
  "/clawbacks": clawbacks,
  "/allocations": allocations,
  "/targets": targets,
  "/reconciliations": reconciliations,
  "/people": people,
  "/notices": notices,
  "/registry": snapshots,
  "/regions": counties,
  "/documents": documents,
  "/rules": rules,
  "/parameters": parameters,
  "/rule-packs": packs,
  "/users": users,
  "/organisations": organisations,
  "/trail": trail,
};

let at: TestPlatform;

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

test.each(ROLES)("[R07] %s: what the menu offers opens, and nothing else does", async (role) => {
  const region = SEAT[role] ?? MOUDING;
  const menu = menuFor(anActor(role, region), TODAY);
  const offered = menu.flatMap(({ entries }) => entries.map(({ to }) => to));
  const visitor = await aVisitor(role, region);
  const opened: string[] = [];
  for (const [address, page] of Object.entries(PAGES)) {
    const { status, location } = await visit(page, address, address, visitor);
    // A list of a month opens at the present one.
    const isOpen = status === 200 || location?.startsWith(`${address}?month=`) === true;
    if (isOpen) opened.push(address);
    else expect([address, status]).toEqual([address, 403]);
  }
  expect(opened).toEqual(offered);
});

test("a county's divisions are read by whoever reads the county, and entered by its officer", async () => {
  const look = async (role: Role, region: string, code = MOUDING) =>
    visit(county, "/regions/:county", `/regions/${code}`, await aVisitor(role, region));
  expect((await look("caseOfficer", MOUDING)).html).toContain("逐行填写或粘贴");
  const reviewer = await look("reviewer", MOUDING);
  expect(reviewer.status).toBe(200);
  expect(reviewer.html).not.toContain("逐行填写或粘贴");
  expect((await look("reviewer", "532329")).status).toBe(404);
  expect((await look("districtOfficer", "310114", "310114")).status).toBe(404);
});
