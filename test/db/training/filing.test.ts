import { afterAll, beforeAll, expect, test } from "vitest";
import { listPlans } from "~/data/training/plan-list-view.server";
import { viewPlan } from "~/data/training/plan-view.server";
import { listProviders } from "~/data/training/provider-list-view.server";
import { viewFiling } from "~/data/training/filing-view.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import { viewParameters } from "~/data/rules/parameter-view.server";
import { parameterForm } from "~/domain/rules/parameter-form";
import { filingForm } from "~/domain/training/filing-form";
import { suspensionForm } from "~/domain/training/provider";
import { trainingPlanForm } from "~/domain/training/plan";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { enterParameter } from "~/usecases/rules/enter-parameter.server";
import { withdrawParameter } from "~/usecases/rules/withdraw-parameter.server";
import { approveFiling } from "~/usecases/training/approve-filing.server";
import { openDocument } from "~/usecases/training/class-document.server";
import { fileClass } from "~/usecases/training/file-class.server";
import { returnFiling } from "~/usecases/training/return-filing.server";
import { reviewPlan } from "~/usecases/training/review-plan.server";
import { rewritePlan } from "~/usecases/training/save-plan.server";
import { submitFiling } from "~/usecases/training/submit-filing.server";
import { submitPlan } from "~/usecases/training/submit-plan.server";
import { resumeProvider, suspendProvider } from "~/usecases/training/suspend-provider.server";
import { anActor } from "#test/builders/actor";
import * as build from "#test/builders/filing";
import { buildRoster } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-05-20T02:00:00Z");
const TODAY = "2020-05-20";
const officer = anActor("caseOfficer", COUNTY, "王经办");
const reviewer = anActor("reviewer", COUNTY, "李审核");
const supervisor = anActor("prefectureSupervisor", "532300", "张监管");
const filers = { officer, reviewer };

let database: TestPlatform;
let planId: string;
let providerId: string;

beforeAll(async () => {
  database = await openTestPlatform();
  planId = await build.approvedPlan(filers, COUNTY, NOW);
  providerId = await build.aProvider(officer, COUNTY, NOW);
});
afterAll(() => database.close());

const kindOf = (outcome: { ok: boolean; refusal?: { kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;
const one = (changes: Partial<build.ClassToFile> = {}) => ({
  ...{ countyCode: COUNTY, planId, providerId },
  ...changes,
});

async function trailOf(subjectId: string) {
  const { rows } = await database.owner.query<{ action: string }>(
    "SELECT action FROM trail_event WHERE subject_id = $1 ORDER BY seq",
    [subjectId],
  );
  return rows.map(({ action }) => action);
}

test("[R25] a plan goes from draft to approved by another person, and is then fixed", async () => {
  const id = await build.draftPlan(officer, COUNTY, NOW, { title: "第二份计划" });
  const form = trainingPlanForm.parse({
    ...{ year: "2020", title: "第二份计划", goal: "改", schedule: "改", duties: "改" },
    ...{ measures: "改", basis: "" },
    items: [{ trade: "电工", classCount: "2", headcount: "60", budgetFen: "1.50", note: "" }],
  });
  const asked = (version: number) => ({ planId: id, version });
  expect(kindOf(await rewritePlan(officer, asked(1), form, NOW))).toBe("done");
  expect(kindOf(await rewritePlan(officer, asked(1), form, NOW))).toBe("changedByOthers");
  expect(kindOf(await submitPlan(reviewer, asked(2), NOW))).toBe("forbidden");
  expect(kindOf(await submitPlan(officer, asked(2), NOW))).toBe("done");
  const both = { ...officer, assignments: reviewer.assignments };
  expect(kindOf(await reviewPlan(both, asked(3), { kind: "approve" }, NOW))).toBe("ownWork");
  const blank = { kind: "return", reason: " " } as const;
  expect(kindOf(await reviewPlan(reviewer, asked(3), blank, NOW))).toBe("reasonMissing");
  expect(kindOf(await reviewPlan(reviewer, asked(3), { kind: "approve" }, NOW))).toBe("done");
  expect(kindOf(await rewritePlan(officer, asked(4), form, NOW))).toBe("wrongState");
  const shown = await viewPlan(supervisor, id, TODAY);
  expect(shown?.items).toMatchObject([{ trade: "电工", classCount: 2, budgetFen: 150 }]);
  expect(await trailOf(id)).toEqual(["plan.create", "plan.change", "plan.submit", "plan.approve"]);
  const stranger = anActor("caseOfficer", "532324");
  expect(await viewPlan(stranger, id, TODAY)).toBeNull();
  expect(kindOf(await submitPlan(stranger, asked(4), NOW))).toBe("notFound");
});

test("[R25] a class is approved by another person, over the findings he has seen, and then fixed", async () => {
  const classId = await build.filedClass(officer, one({ planId: "" }), NOW);
  const filing = { classId, version: 2 };
  expect(kindOf(await approveFiling(reviewer, { ...filing, seen: [] }, NOW))).toBe("wrongState");
  expect(kindOf(await submitFiling(officer, filing, NOW))).toBe("done");
  const asked = { classId, version: 3 };
  const both = { ...officer, assignments: reviewer.assignments };
  expect(kindOf(await approveFiling(both, { ...asked, seen: [] }, NOW))).toBe("ownWork");
  expect(kindOf(await approveFiling(officer, { ...asked, seen: [] }, NOW))).toBe("forbidden");
  expect(kindOf(await approveFiling(reviewer, { ...asked, seen: [] }, NOW))).toBe("findingsUnseen");
  const seen = ["approval.open", "plan.none"];
  expect(kindOf(await approveFiling(reviewer, { ...asked, seen }, NOW))).toBe("done");
  const shown = await viewFiling(officer, classId, TODAY);
  expect(shown?.state).toBe("approved");
  expect(shown?.findings.map(({ id }) => id)).toEqual(["plan.none"]);
  expect(shown?.computedBudgetFen).toBe(24_000_000);
  const form = filingForm.parse(build.filingTexts(one()));
  const late = { classId, version: 4 };
  expect(kindOf(await fileClass(officer, late, form, NOW))).toBe("wrongState");
  expect(await trailOf(classId)).toEqual([
    ...["class.create", "class.file", "class.submit", "class.approve"],
  ]);
});

test("[R25] approval on the first day stands as late; taken back, the county may change the days", async () => {
  const firstDay = new Date("2020-06-01T01:00:00Z");
  const classId = await build.approvedClass(filers, one(), firstDay);
  expect(await build.findingIds(reviewer, classId, firstDay)).toEqual(["approval.late"]);
  const asked = { classId, version: 4, reason: "改期，电话13800001111" };
  expect(kindOf(await returnFiling(reviewer, asked, firstDay))).toBe("done");
  const shown = await viewFiling(officer, classId, TODAY);
  expect(shown?.returnReason).toBe("改期，电话138******11");
  const form = filingForm.parse(
    build.filingTexts(one({ filing: { startsOn: "2020-07-01", endsOn: "2020-07-12" } })),
  );
  expect(kindOf(await fileClass(officer, { classId, version: 5 }, form, firstDay))).toBe("done");
  expect(await build.findingIds(reviewer, classId, firstDay)).toEqual(["approval.open"]);
});

test("what is missing is named before a class is handed in, and choices of other counties are refused", async () => {
  const filing = { plannedHeadcount: "", responsibleOfficer: "" };
  const classId = await build.filedClass(officer, one({ filing }), NOW);
  expect(await submitFiling(officer, { classId, version: 2 }, NOW)).toMatchObject({
    refusal: { kind: "incomplete", missing: ["计划人数", "责任人"] },
  });
  const neighbour = anActor("caseOfficer", "532324");
  const foreign = await build.aProvider(neighbour, "532324", NOW);
  const form = filingForm.parse(build.filingTexts(one({ providerId: foreign })));
  const wide = { ...officer, counties: [COUNTY, "532324"] };
  expect(await fileClass(wide, { classId, version: 2 }, form, NOW)).toMatchObject({
    refusal: { kind: "foreignChoice", field: "providerId" },
  });
});

test("the plan counts the classes handed in under it, and one too many is found", async () => {
  const item = { trade: build.TRADE, classCount: "1", headcount: "80", budgetFen: "1", note: "" };
  const small = { title: "小计划", items: [item] };
  const smallPlan = await build.approvedPlan(filers, COUNTY, NOW, small);
  await build.approvedClass(filers, one({ planId: smallPlan }), NOW);
  const second = await build.filedClass(officer, one({ planId: smallPlan }), NOW);
  expect(await build.findingIds(officer, second, NOW)).toEqual([
    "plan.classCount",
    "approval.open",
  ]);
  const shown = await viewPlan(officer, smallPlan, TODAY);
  expect(shown?.items[0]).toMatchObject({ filedClasses: 1, filedHeadcount: 40 });
  const filter = { county: "", year: 2020, state: null, page: 1, size: 50 };
  const { rows } = await listPlans(supervisor, filter);
  expect(rows.find(({ id }) => id === smallPlan)?.filedClasses).toBe(1);
});

test("a suspension recorded in one county is found in another, without its reason, until lifted", async () => {
  const neighbour = { officer: anActor("caseOfficer", "532325"), county: "532325" };
  const there = await build.aProvider(neighbour.officer, neighbour.county, NOW);
  const itsReviewer = anActor("reviewer", neighbour.county);
  const texts = { fromOn: "2020-06-05", toOn: "", reason: "虚报人数", source: "检查记录" };
  const form = suspensionForm.parse(texts);
  expect(kindOf(await suspendProvider(officer, providerId, form, NOW))).toBe("forbidden");
  expect(kindOf(await suspendProvider(itsReviewer, there, form, NOW))).toBe("done");
  const classId = await build.filedClass(officer, one(), NOW);
  const shown = await viewFiling(officer, classId, TODAY);
  expect(shown?.findings.map(({ what }) => what).join()).toContain("由外县登记");
  expect(shown?.findings.map(({ what }) => what).join()).not.toContain("虚报人数");
  const suspension = await database.owner.query<{ id: string }>(
    "SELECT id FROM provider_suspension WHERE provider_id = $1",
    [there],
  );
  const suspensionId = suspension.rows[0]?.id ?? "";
  const filter = { text: "", county: "", trade: "", onlySuspended: true, page: 1, size: 50 };
  expect((await listProviders(neighbour.officer, filter, "2020-06-06")).total).toBe(1);
  expect((await listProviders(neighbour.officer, filter, "2020-06-04")).total).toBe(0);
  const lift = (lastOn: string) =>
    resumeProvider(itsReviewer, { providerId: there, suspensionId, lastOn }, NOW);
  expect(kindOf(await lift("2020-06-04"))).toBe("beforeItBegan");
  expect(kindOf(await lift("2020-06-05"))).toBe("done");
  expect(kindOf(await lift("2020-06-06"))).toBe("alreadyOver");
  const later = { startsOn: "2020-06-06", endsOn: "2020-06-12" };
  const after = await build.filedClass(officer, one({ facts: later }), NOW);
  expect(await build.findingIds(officer, after, NOW)).toEqual(["approval.open"]);
});

test("[R16] a standard holds from its day and for its place, the county's before the prefecture's", async () => {
  const enter = (texts: Record<string, string>, who = supervisor) =>
    enterParameter(who, parameterForm.parse({ source: "某文件", toOn: "", ...texts }), NOW);
  const day = "class.unitCostPersonDay";
  const june = { parameter: day, regionCode: "532300", value: "599", fromOn: "2020-06-01" };
  expect(kindOf(await enter(june))).toBe("done");
  expect(kindOf(await enter(june))).toBe("sameDay");
  expect(kindOf(await enter(june, reviewer))).toBe("forbidden");
  const away = { parameter: `${day}Shanghai`, regionCode: "532300", value: "600" };
  expect(kindOf(await enter({ ...away, fromOn: "2020-01-01" }))).toBe("done");
  const home = await build.filedClass(officer, one(), NOW);
  expect(await build.findingIds(officer, home, NOW)).toContain("cost.standard");
  const shanghai = await build.filedClass(officer, one({ filing: { venueRegion: "310000" } }), NOW);
  expect(await build.findingIds(officer, shanghai, NOW)).not.toContain("cost.standard");
  const may = { startsOn: "2020-05-31", endsOn: "2020-06-08" };
  const before = await build.filedClass(officer, one({ facts: may }), NOW);
  expect(await build.findingIds(officer, before, NOW)).not.toContain("cost.standard");
  expect(kindOf(await enter({ ...june, regionCode: COUNTY, value: "700" }, reviewer))).toBe("done");
  expect(await build.findingIds(officer, home, NOW)).not.toContain("cost.standard");
});

test("a value of a parameter is withdrawn once, stays on record and no longer holds", async () => {
  const form = parameterForm.parse({
    ...{ parameter: "class.maxHeadcount", regionCode: COUNTY, value: "30", toOn: "" },
    ...{ fromOn: "2020-01-01", source: "县办文件" },
  });
  const entered = await enterParameter(reviewer, form, NOW);
  const id = entered.ok ? entered.value : "";
  const inForce = () =>
    inTransaction(officer, (tx) => findParameter(tx, "class.maxHeadcount", COUNTY, TODAY));
  expect(await inForce()).toEqual({ value: 30, source: "县办文件" });
  expect(kindOf(await withdrawParameter(officer, id, NOW))).toBe("forbidden");
  expect(kindOf(await withdrawParameter(anActor("reviewer", "532324"), id, NOW))).toBe("notFound");
  expect(kindOf(await withdrawParameter(reviewer, id, NOW))).toBe("done");
  expect(kindOf(await withdrawParameter(reviewer, id, NOW))).toBe("alreadyWithdrawn");
  expect(await inForce()).toBeNull();
  const series = await viewParameters(officer, TODAY);
  const rows = series.find(({ parameter }) => parameter === "class.maxHeadcount")?.rows;
  expect(rows).toMatchObject([
    {
      value: 30,
      state: "withdrawn",
      withdrawnAt: expect.any(String) as string,
      mayWithdraw: false,
    },
  ]);
  expect(await trailOf(id)).toEqual(["parameter.enter", "parameter.withdraw"]);
});

test("an order for an employer brings its paper, which comes back as it was and leaves a trail", async () => {
  const filing = {
    ...{ commissioning: "COMMISSIONED", employerName: "某公司" },
    ...{ employerCreditCode: build.CREDIT_CODE, employerOrder: "保洁 40 人" },
  };
  const classId = await build.filedClass(officer, one({ filing }), NOW);
  expect(await build.findingIds(officer, classId, NOW)).toContain("order.noDocument");
  const documentId = await build.aDocument(officer, classId, NOW, "employerOrder");
  expect(await build.findingIds(officer, classId, NOW)).not.toContain("order.noDocument");
  const opened = await openDocument(reviewer, { classId, documentId }, NOW);
  const parts: Buffer[] = [];
  if (opened.ok) for await (const part of opened.value.bytes) parts.push(part as Buffer);
  expect(Buffer.concat(parts).toString()).toBe("%PDF-1.4 paper");
  expect((await trailOf(classId)).slice(-2)).toEqual(["class.document", "class.viewDocument"]);
  const stranger = anActor("reviewer", "532324");
  expect(kindOf(await openDocument(stranger, { classId, documentId }, NOW))).toBe("notFound");
});

test("a sealed roster holds the filing still, before the database has to", async () => {
  const built = await inTransaction(officer, (tx) =>
    buildRoster(tx, { countyCode: COUNTY, createdBy: officer.userId, trainees: [] }),
  );
  await database.owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [built.id]);
  const form = filingForm.parse(build.filingTexts(one()));
  const asked = { classId: built.classId, version: 1 };
  expect(kindOf(await fileClass(officer, asked, form, NOW))).toBe("sealed");
  expect(kindOf(await submitFiling(officer, asked, NOW))).toBe("sealed");
  expect(kindOf(await approveFiling(reviewer, { ...asked, seen: [] }, NOW))).toBe("sealed");
});
