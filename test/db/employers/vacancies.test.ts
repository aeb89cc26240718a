import { afterAll, beforeAll, expect, test } from "vitest";
import { addEmployer } from "~/data/employers/employer-store.server";
import { viewLabourBatch } from "~/data/employers/labour-batch-view.server";
import { listLabourBatches } from "~/data/employers/labour-batch-list-view.server";
import { listVacancies } from "~/data/employers/vacancy-list-view.server";
import { viewVacancy } from "~/data/employers/vacancy-view.server";
import type { Actor } from "~/domain/access/actor";
import { labourBatchForm } from "~/domain/employers/labour-batch";
import { vacancyForm } from "~/domain/employers/vacancy";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { correctVacancy, endVacancy } from "~/usecases/employers/change-vacancy.server";
import { publishVacancy } from "~/usecases/employers/publish-vacancy.server";
import {
  correctLabourBatch,
  registerLabourBatch,
} from "~/usecases/employers/save-labour-batch.server";
import { buildPlacement } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  aPerson,
  auditor,
  COUNTY,
  foreigner,
  NOW,
  officer,
  refusal,
  station,
  TODAY,
  trailOf,
  value,
} from "./work-support";

const FOREIGN = "530381";
const FIRST = { page: 1, size: 50 };
let platform: TestPlatform;
let employerId: string;
let intermediaryId: string;

beforeAll(async () => {
  platform = await openTestPlatform();
  const by = { userId: officer.userId, now: NOW };
  const add = (name: string, creditCode: string, kind: "ENTERPRISE" | "INTERMEDIARY") =>
    inTransaction(officer, (tx) =>
      addEmployer(tx, { ownerCode: COUNTY, name, creditCode, kind }, by),
    );
  employerId = (await add("嘉定物流有限公司", "91310114EGLPXMHH7H", "ENTERPRISE")).employer.id;
  intermediaryId = (await add("州劳务公司", "91350100M000100Y43", "INTERMEDIARY")).employer.id;
});
afterAll(() => platform.close());

const form = (change: Record<string, string> = {}) =>
  vacancyForm.parse({
    ...{ kind: "OPEN", title: "分拣员", workplaceCode: "310114", headcount: "2" },
    ...{ openFrom: "2020-05-01", openTo: "", ...change },
  });

async function aVacancy(change: Record<string, string> = {}): Promise<string> {
  return value(await publishVacancy(officer, { ownerCode: COUNTY, employerId }, form(change), NOW));
}

async function placed(name: string, county: string, at: Readonly<Record<string, string>>) {
  const person = await aPerson(platform, name, county);
  const id = await buildPlacement(platform.owner, { personId: person.id, employerId });
  for (const [column, to] of Object.entries(at)) {
    await platform.owner.query(`UPDATE placement SET ${column} = $2 WHERE id = $1`, [id, to]);
  }
  return { ...person, placementId: id };
}

async function titles(actor: Actor, state: string, change: Record<string, string> = {}) {
  const filter = { text: "", kind: "", region: "", employerId: "", ...change, state };
  return (await listVacancies(actor, filter, FIRST, TODAY)).rows.map(({ title }) => title);
}

test("[R23] vacancies that still want people stand first; how full one is counts every county, names only one's own", async () => {
  const full = await aVacancy({ title: "已满", headcount: "1", openFrom: "2020-06-09" });
  await aVacancy({ title: "旧缺", openFrom: "2020-05-01" });
  const vacancyId = await aVacancy({ title: "新缺", openFrom: "2020-06-01" });
  await placed("外县甲", FOREIGN, { vacancy_id: full });
  const own = await placed("本县乙", COUNTY, { vacancy_id: vacancyId });
  await placed("本县丙", COUNTY, { vacancy_id: vacancyId, removed_at: "2020-06-01" });
  expect(await titles(officer, "")).toEqual(["新缺", "旧缺", "已满"]);
  const filter = { text: "", kind: "", region: "", employerId, state: "" };
  const { rows } = await listVacancies(officer, filter, FIRST, TODAY);
  expect(rows.map(({ filled, ofOwn }) => [filled, ofOwn])).toEqual([
    [1, 1],
    [0, 0],
    [1, 0],
  ]);
  expect(await viewVacancy(officer, full, FIRST, TODAY)).toMatchObject({
    ...{ filled: 1, people: { total: 0, rows: [] } },
  });
  const page = await viewVacancy(officer, vacancyId, FIRST, TODAY);
  expect(page).toMatchObject({ filled: 1, state: "STANDING", mayChange: true });
  expect(page?.people.rows).toEqual([
    {
      ...{ placementId: own.placementId, name: "本县乙", maskedId: maskIdCardNumber(own.idNumber) },
      ...{ countyName: "牟定县", employerName: "嘉定物流有限公司", workplaceName: "上海市嘉定区" },
      ...{ startedOn: "2020-05-06", endedOn: null },
    },
  ]);
});

test("a vacancy is over after its last day or once closed, and the list tells them apart", async () => {
  await aVacancy({ title: "到今天", openTo: TODAY });
  await aVacancy({ title: "到昨天", openTo: "2020-06-09" });
  const vacancyId = await aVacancy({ title: "要关闭" });
  value(await endVacancy(officer, { vacancyId, version: 1 }, "招满", NOW));
  expect(await titles(officer, "over")).toEqual(["要关闭", "到昨天"]);
  expect(await titles(officer, "")).toContain("到今天");
  expect(await titles(officer, "all", { text: "到今" })).toEqual(["到今天"]);
  expect(await titles(officer, "all", { text: "到今", region: "310000" })).toEqual(["到今天"]);
  expect(await titles(officer, "all", { text: "到今", region: "310104" })).toEqual([]);
  expect(await titles(officer, "all", { text: "到今", kind: "ORDER" })).toEqual([]);
});

test("a vacancy is closed with a reason, once, and stays as it was", async () => {
  const vacancyId = await aVacancy();
  const asked = { vacancyId, version: 1 };
  for (const actor of [foreigner, auditor]) {
    expect(await endVacancy(actor, asked, "不要了", NOW)).toEqual(refusal("forbidden"));
    expect(await correctVacancy(actor, asked, form(), NOW)).toEqual(refusal("forbidden"));
  }
  const forced = await inTransaction(
    foreigner,
    (tx) => tx.$executeRaw`UPDATE vacancy SET headcount = 99 WHERE id = ${vacancyId}::uuid`,
  );
  expect(forced).toBe(0);
  value(await correctVacancy(officer, asked, form({ headcount: "3" }), NOW));
  expect(await endVacancy(officer, asked, "招满", NOW)).toEqual(refusal("changedByOthers"));
  value(await endVacancy(officer, { vacancyId, version: 2 }, "招满", NOW));
  expect(await correctVacancy(officer, { vacancyId, version: 3 }, form(), NOW)).toEqual(
    refusal("closed"),
  );
  expect(await viewVacancy(foreigner, vacancyId, FIRST, TODAY)).toMatchObject({
    ...{ headcount: 3, state: "CLOSED", closedReason: "招满", mayChange: false },
  });
  expect(await trailOf(platform, vacancyId)).toEqual([
    "vacancy.create",
    "vacancy.change",
    "vacancy.close",
  ]);
});

test("labour stations publish vacancies; nobody does for another county, an unknown employer or a place that is none", async () => {
  const own = { ownerCode: COUNTY, employerId };
  expect((await publishVacancy(station, own, form(), NOW)).ok).toBe(true);
  expect(await publishVacancy(auditor, own, form(), NOW)).toEqual(refusal("forbidden"));
  const abroad = { ownerCode: FOREIGN, employerId };
  expect(await publishVacancy(officer, abroad, form(), NOW)).toEqual(refusal("forbidden"));
  const unknown = { ...own, employerId: "00000000-0000-7000-8000-000000000000" };
  expect(await publishVacancy(officer, unknown, form(), NOW)).toEqual(refusal("noEmployer"));
  const nowhere = form({ workplaceCode: "999999" });
  expect(await publishVacancy(officer, own, nowhere, NOW)).toEqual(refusal("noSuchRegion"));
});

test("an order shows the classes filed for the employer's code, an open vacancy does not", async () => {
  const { rows } = await platform.owner.query<{ id: string }>(
    `INSERT INTO training_class (id, county_code, name, term, trade, place, provider_name, starts_on,
       ends_on, created_by, created_at, commissioning, employer_credit_code)
     VALUES (gen_random_uuid(), $1, '分拣', '第1期', '仓储管理员', '', '', '2020-05-01', '2020-05-10',
       gen_random_uuid(), now(), 'COMMISSIONED', '91310114EGLPXMHH7H') RETURNING id`,
    [COUNTY],
  );
  const order = await aVacancy({ kind: "ORDER" });
  const classesOf = async (actor: Actor, id: string) =>
    (await viewVacancy(actor, id, FIRST, TODAY))?.classes.map((one) => one.id);
  expect(await classesOf(officer, order)).toEqual([rows[0]?.id]);
  expect(await classesOf(foreigner, order)).toEqual([]);
  expect(await classesOf(officer, await aVacancy())).toEqual([]);
});

test("[R26] a labour batch is an intermediary's, has its own name in its county, and holds its people", async () => {
  const batch = (change: Record<string, string> = {}) =>
    labourBatchForm.parse({ name: "赴嘉定第3批", organisedOn: "2020-05-01", ...change });
  const own = { countyCode: COUNTY, intermediaryId };
  const noAgency = { countyCode: COUNTY, intermediaryId: employerId };
  expect(await registerLabourBatch(officer, noAgency, batch(), NOW)).toEqual(
    refusal("noIntermediary"),
  );
  const batchId = value(await registerLabourBatch(officer, own, batch(), NOW));
  expect(await registerLabourBatch(officer, own, batch(), NOW)).toEqual(refusal("duplicate"));
  expect(await registerLabourBatch(station, own, batch(), NOW)).toEqual(refusal("forbidden"));
  const abroad = { countyCode: FOREIGN, intermediaryId };
  value(await registerLabourBatch(foreigner, abroad, batch(), NOW));
  await placed("本县丁", COUNTY, { batch_id: batchId });
  expect(await viewLabourBatch(officer, batchId, FIRST, TODAY)).toMatchObject({
    ...{ name: "赴嘉定第3批", intermediary: { name: "州劳务公司" }, mayChange: true },
    people: { total: 1, rows: [{ name: "本县丁" }] },
  });
  expect(await viewLabourBatch(foreigner, batchId, FIRST, TODAY)).toBeNull();
  const { rows } = await listLabourBatches(officer, { text: "劳务公司", county: "" }, FIRST, TODAY);
  expect(rows.map(({ id, people }) => [id, people])).toEqual([[batchId, 1]]);
});

test("a labour batch is corrected by its county from the version that was shown", async () => {
  const typed = { name: "赴浦东第1批", organisedOn: "2020-05-01", workplaceCode: "310115" };
  const own = { countyCode: COUNTY, intermediaryId };
  const batchId = value(await registerLabourBatch(officer, own, labourBatchForm.parse(typed), NOW));
  const asked = { batchId, version: 1 };
  const renamed = labourBatchForm.parse({ ...typed, name: "赴浦东第一批" });
  const taken = labourBatchForm.parse({ ...typed, name: "赴嘉定第3批" });
  expect(await correctLabourBatch(foreigner, asked, renamed, NOW)).toEqual(refusal("notFound"));
  expect(await correctLabourBatch(auditor, asked, renamed, NOW)).toEqual(refusal("forbidden"));
  expect(await correctLabourBatch(officer, asked, taken, NOW)).toEqual(refusal("duplicate"));
  const nowhere = labourBatchForm.parse({ ...typed, workplaceCode: "999999" });
  expect(await correctLabourBatch(officer, asked, nowhere, NOW)).toEqual(refusal("noSuchRegion"));
  value(await correctLabourBatch(officer, asked, renamed, NOW));
  expect(await correctLabourBatch(officer, asked, renamed, NOW)).toEqual(
    refusal("changedByOthers"),
  );
  expect(await trailOf(platform, batchId)).toEqual(["labourBatch.create", "labourBatch.change"]);
});
