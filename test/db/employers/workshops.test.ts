import { afterAll, beforeAll, expect, test } from "vitest";
import { listWorkers } from "~/data/employers/workshop-people-view.server";
import { listWorkshops } from "~/data/employers/workshop-list-view.server";
import { viewWorkshop } from "~/data/employers/workshop-view.server";
import { WORKSHOP_STATES, withdrawalForm, workshopForm } from "~/domain/employers/workshop";
import { addWorkFile } from "~/usecases/employers/add-work-file.server";
import { createWorkshop, rewriteWorkshop } from "~/usecases/employers/save-workshop.server";
import { withdrawWorkshop } from "~/usecases/employers/withdraw-workshop.server";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as support from "./work-support";

const { aPerson, auditor, colleague, COUNTY, foreigner, NOW, officer, receivedFile } = support;
const { refusal, TODAY, trailOf, value } = support;

let at: TestPlatform;
let employerId: string;
beforeAll(async () => {
  at = await openTestPlatform();
  employerId = await buildEmployer(at.owner, { creditCode: null, name: "彝绣合作社" });
});
afterAll(() => at.close());

const form = (change: Record<string, string> = {}) =>
  workshopForm.parse({
    ...{ name: "彝绣扶贫车间", regionCode: COUNTY, recognisedOn: "2020-03-10" },
    ...{ recognisedBy: "县扶贫办", documentNumber: "牟扶发〔2020〕3号", ...change },
  });
let workshops = 0;
const aWorkshop = async (change: Record<string, string> = {}) => {
  workshops += 1;
  const recognition = form({ documentNumber: `牟扶发〔2020〕${workshops}号`, ...change });
  return value(await createWorkshop(officer, { countyCode: COUNTY, employerId }, recognition, NOW));
};
const pageOf = async (id: string, on = TODAY) => {
  const page = await viewWorkshop(officer, id, on);
  if (page === null) throw new Error("no workshop");
  return page;
};
const proofOf = (id: string, kind: "RECOGNITION" | "PHOTO") =>
  ({ subject: { kind: "workshop", id }, kind }) as const;

test("[R17] a workshop is shown as recognised only once its document is there; a photograph is none", async () => {
  const id = await aWorkshop();
  expect((await pageOf(id)).state).toBe("AWAITING_PROOF");
  value(await addWorkFile(officer, proofOf(id, "PHOTO"), await receivedFile(), NOW));
  expect((await pageOf(id)).state).toBe("AWAITING_PROOF");
  value(await addWorkFile(officer, proofOf(id, "RECOGNITION"), await receivedFile(), NOW));
  expect((await pageOf(id)).state).toBe("RECOGNISED");
});

test("jobs are the county's people in work there by day, poor ones apart, each figure with its people", async () => {
  const own = await buildEmployer(at.owner, { creditCode: null, name: "食用菌加工厂" });
  const asked = { countyCode: COUNTY, employerId: own };
  const id = value(await createWorkshop(officer, asked, form(), NOW));
  const place = async (name: string, change: object) =>
    buildPlacement(at.owner, {
      ...{ personId: (await aPerson(at, name)).id, employerId: own, workplaceCode: COUNTY },
      ...change,
    });
  await place("在岗贫困", { startedOn: "2019-06-01" });
  await place("在岗一般", { startedOn: "2020-01-01", verifiedCategory: null });
  await place("年末离岗", { startedOn: "2019-06-01", endedOn: "2019-12-31" });
  await place("今日离岗", { startedOn: "2020-01-01", endedOn: TODAY });
  await place("外地上班", { startedOn: "2019-06-01", workplaceCode: "310114" });
  const { jobs } = await pageOf(id);
  expect(jobs.slice(0, 3)).toEqual([
    { on: TODAY, workers: 3, poorWorkers: 2 },
    { on: "2019-12-31", workers: 2, poorWorkers: 2 },
    { on: "2018-12-31", workers: 0, poorWorkers: 0 },
  ]);
  const cursor = { after: null, before: null };
  const people = async (on: string, onlyPoor: boolean) =>
    (await listWorkers(officer, { workshopId: id, on, onlyPoor, size: 50, cursor })).rows;
  expect((await people(TODAY, true)).map(({ name }) => name)).toEqual(["在岗贫困", "今日离岗"]);
  expect(await people("2019-12-31", false)).toHaveLength(2);
  const withdrawal = withdrawalForm.parse({ withdrawnOn: TODAY, reason: "停产" });
  value(await withdrawWorkshop(officer, { workshopId: id, version: 1 }, withdrawal, NOW));
  expect(await pageOf(id)).toMatchObject({ state: "WITHDRAWN", isWorkingOn: true });
});

test("a recognition is withdrawn once, not before it began nor in the future, and then stands still", async () => {
  const id = await aWorkshop({ validTo: "2021-03-09" });
  const asked = { workshopId: id, version: 1 };
  const on = (withdrawnOn: string) => withdrawalForm.parse({ withdrawnOn, reason: "不再带贫" });
  expect(await withdrawWorkshop(officer, asked, on("2020-03-09"), NOW)).toMatchObject(
    refusal("beforeRecognition"),
  );
  expect(await withdrawWorkshop(officer, asked, on("2020-06-11"), NOW)).toMatchObject(
    refusal("inFuture"),
  );
  expect(await withdrawWorkshop(foreigner, asked, on(TODAY), NOW)).toMatchObject(
    refusal("notFound"),
  );
  expect(await withdrawWorkshop(auditor, asked, on(TODAY), NOW)).toMatchObject(
    refusal("forbidden"),
  );
  value(await withdrawWorkshop(officer, asked, on("2020-03-10"), NOW));
  const next = { ...asked, version: 2 };
  expect(await withdrawWorkshop(officer, next, on(TODAY), NOW)).toMatchObject(refusal("withdrawn"));
  expect(await rewriteWorkshop(officer, next, form(), NOW)).toMatchObject(refusal("withdrawn"));
  const file = await receivedFile();
  expect(await addWorkFile(officer, proofOf(id, "RECOGNITION"), file, NOW)).toMatchObject(
    refusal("closed"),
  );
  expect(await trailOf(at, id)).toEqual(["workshop.create", "workshop.withdraw"]);
});

test("a workshop stands in its own county, with an employer that is known, and changes by one at a time", async () => {
  const asked = { countyCode: COUNTY, employerId };
  const elsewhere = form({ regionCode: "532324100" });
  expect(await createWorkshop(officer, asked, elsewhere, NOW)).toMatchObject(refusal("wrongPlace"));
  const nobody = { countyCode: COUNTY, employerId: "00000000-0000-7000-8000-000000000000" };
  expect(await createWorkshop(officer, nobody, form(), NOW)).toMatchObject(refusal("noEmployer"));
  expect(await createWorkshop(foreigner, asked, form(), NOW)).toMatchObject(refusal("forbidden"));
  const id = await aWorkshop();
  const first = { workshopId: id, version: 1 };
  value(await rewriteWorkshop(officer, first, form({ name: "改名" }), NOW));
  expect(await rewriteWorkshop(colleague, first, form(), NOW)).toMatchObject(
    refusal("changedByOthers"),
  );
  expect(await viewWorkshop(foreigner, id, TODAY)).toBeNull();
});

test("the list finds every workshop under the state its own page gives it, and under no other", async () => {
  await aWorkshop({ recognisedOn: "2020-07-01" });
  await aWorkshop({ recognisedOn: "2019-01-01", validTo: "2020-06-09" });
  await aWorkshop({ recognisedOn: "2019-01-01", validTo: TODAY });
  const wanted = { size: 50, cursor: { after: null, before: null } };
  const none = { county: "", name: "" };
  const all = await listWorkshops(officer, { ...none, state: null }, TODAY, wanted);
  for (const state of WORKSHOP_STATES) {
    const found = await listWorkshops(officer, { ...none, state }, TODAY, wanted);
    const own = all.rows.filter((row) => row.state === state).map(({ id }) => id);
    expect(own.length).toBeGreaterThan(0);
    expect(found.rows.map(({ id }) => id)).toEqual(own);
  }
  expect((await listWorkshops(foreigner, { ...none, state: null }, TODAY, wanted)).rows).toEqual(
    [],
  );
});

test("[R17] a recognition sent twice is one workshop; two names under one document are two, and one after a withdrawal is new", async () => {
  const asked = { countyCode: COUNTY, employerId };
  const twice = form({ name: "双击的车间", documentNumber: "牟扶发〔2020〕99号" });
  const outcomes = await Promise.all([
    createWorkshop(officer, asked, twice, NOW),
    createWorkshop(officer, asked, twice, NOW),
  ]);
  const ids = outcomes.flatMap((one) => (one.ok ? [one.value] : []));
  expect(ids).toHaveLength(1);
  expect(outcomes).toContainEqual(expect.objectContaining(refusal("duplicate")));
  const other = value(await createWorkshop(officer, asked, { ...twice, name: "第二车间" }, NOW));
  const renaming = { workshopId: other, version: 1 };
  expect(await rewriteWorkshop(officer, renaming, twice, NOW)).toMatchObject(refusal("duplicate"));
  const [workshopId = ""] = ids;
  const end = withdrawalForm.parse({ withdrawnOn: TODAY, reason: "登记有误" });
  value(await withdrawWorkshop(officer, { workshopId, version: 1 }, end, NOW));
  expect((await createWorkshop(officer, asked, twice, NOW)).ok).toBe(true);
});
