import { afterAll, beforeAll, expect, test } from "vitest";
import * as batchPage from "~/routes/employers/labour-batch";
import * as employerPage from "~/routes/employers/employer";
import * as employersPage from "~/routes/employers/employers";
import * as newBatchPage from "~/routes/employers/new-labour-batch";
import * as newEmployerPage from "~/routes/employers/new-employer";
import * as newVacancyPage from "~/routes/employers/new-vacancy";
import * as vacanciesPage from "~/routes/employers/vacancies";
import * as vacancyPage from "~/routes/employers/vacancy";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const OWN = "532323";
const FOREIGN = "530381";
const SOMEBODY = "00000000-0000-4000-8000-000000000000";
const PHONE = "13911112222";
/** What a form has no box for. */
const EXTRA = {
  ...{ id: SOMEBODY, ownerCode: FOREIGN, owner_code: FOREIGN, createdBy: SOMEBODY, version: "1" },
  ...{ closedAt: "2020-01-01", closedReason: "x", regionCode: FOREIGN, filled: "99" },
};
const EMPLOYER = {
  ...{ countyCode: OWN, name: "州劳务公司", kind: "INTERMEDIARY" },
  ...{ creditCode: "91350100M000100Y43", contactPhone: PHONE },
};
const VACANCY = {
  ...{ countyCode: OWN, kind: "OPEN", title: "分拣员", workplaceCode: "310114", headcount: "2" },
  ...{ openFrom: "2020-05-01", openTo: "" },
};
const BATCH = { countyCode: OWN, name: "第一批", organisedOn: "2020-05-01", workplaceCode: "" };

let platform: TestPlatform;
let officer: Visitor;
let employerId: string;
let vacancyId: string;
let batchId: string;

beforeAll(async () => {
  platform = await openTestPlatform();
  officer = await aVisitor("caseOfficer", OWN);
  employerId = idIn(await sent(newEmployerPage, "/employers/new", { ...EXTRA, ...EMPLOYER }));
  const vacancy = { ...EXTRA, ...VACANCY, employerId };
  vacancyId = idIn(await sent(newVacancyPage, "/vacancies/new", vacancy));
  const batch = { ...EXTRA, ...BATCH, intermediaryId: employerId };
  batchId = idIn(await sent(newBatchPage, "/labour-batches/new", batch));
});
afterAll(() => platform.close());

type Page = Parameters<typeof visit>[0];
const sent = (page: Page, path: string, form: Record<string, string>) =>
  visit(page, path, path, officer, form);
const idIn = ({ location }: { location: string | null }) =>
  /\/([0-9a-f-]{36})\?done=create$/.exec(location ?? "")?.[1] ?? "";

async function row(table: string, id: string): Promise<Record<string, unknown>> {
  const { rows } = await platform.owner.query<Record<string, unknown>>(
    `SELECT * FROM ${table} WHERE id = $1`,
    [id],
  );
  return rows[0] ?? {};
}

test("fields that the forms have no box for change nothing", async () => {
  const by = { created_by: officer.userId, version: 1 };
  expect(await row("employer", employerId)).toMatchObject({
    ...{ ...by, owner_code: OWN, region_code: "350100" },
  });
  expect(await row("vacancy", vacancyId)).toMatchObject({
    ...{ ...by, owner_code: OWN, closed_at: null, closed_reason: null },
  });
  expect(await row("labour_batch", batchId)).toMatchObject({ ...by, county_code: OWN });
  const change = { ...EXTRA, ...EMPLOYER, intent: "change", contactPhone: "" };
  const at = `/employers/${employerId}`;
  await visit(employerPage, "/employers/:employerId", at, officer, change);
  const after = await row("employer", employerId);
  expect(after).toMatchObject({ owner_code: OWN, created_by: officer.userId, version: 2 });
  expect(after["contact_phone_sealed"]).not.toBeNull();
});

test("nothing is entered for another county by naming it", async () => {
  const forms: readonly [Page, string, Record<string, string>][] = [
    [newEmployerPage, "/employers/new", { ...EMPLOYER, creditCode: "91310114EGLPXMHH7H" }],
    [newVacancyPage, "/vacancies/new", { ...VACANCY, employerId }],
    [newBatchPage, "/labour-batches/new", { ...BATCH, name: "第二批", intermediaryId: employerId }],
  ];
  for (const [page, path, form] of forms) {
    const answer = await sent(page, path, { ...form, countyCode: FOREIGN });
    expect([path, answer.status]).toEqual([path, 422]);
  }
});

test("versions, ids, deeds and filters that are none are refused, never an error of the server", async () => {
  const pages: readonly [Page, string, string, Record<string, string>][] = [
    [employerPage, "/employers/:employerId", employerId, { ...EMPLOYER, intent: "change" }],
    [vacancyPage, "/vacancies/:vacancyId", vacancyId, { ...VACANCY, intent: "change" }],
    [batchPage, "/labour-batches/:batchId", batchId, BATCH],
  ];
  for (const [page, pattern, id, form] of pages) {
    const at = (key: string) => pattern.replace(/:\w+/, key);
    for (const version of ["", "1e309", "-1"]) {
      const answer = await visit(page, pattern, at(id), officer, { ...form, version });
      expect([pattern, version, answer.status]).toEqual([pattern, version, 409]);
    }
    for (const bad of ["%27", SOMEBODY]) {
      expect((await visit(page, pattern, at(bad), officer)).status).toBe(404);
      expect((await visit(page, pattern, at(bad), officer, { ...form, version: "1" })).status).toBe(
        404,
      );
    }
    const deed = { intent: "seize", version: "1" };
    expect((await visit(page, pattern, at(id), officer, deed)).status).toBe(422);
  }
  for (const search of ["kind=x&region=%27&text=%25", "after=x&page=-1", "employer=x&state=x"]) {
    for (const [page, path] of [
      [employersPage, "/employers"],
      [vacanciesPage, "/vacancies"],
    ] as const) {
      expect((await visit(page, path, `${path}?${search}`, officer)).status).toBe(200);
    }
  }
});

test("the contact's phone is on no page until it is asked for, and then on that answer alone", async () => {
  const at = `/employers/${employerId}`;
  const open = () => visit(employerPage, "/employers/:employerId", at, officer);
  expect((await open()).html).toContain("139****2222");
  expect((await open()).html).not.toContain(PHONE);
  const form = { intent: "revealPhone" };
  const shown = await visit(employerPage, "/employers/:employerId", at, officer, form);
  expect(shown.html).toContain(PHONE);
  expect((await open()).html).not.toContain(PHONE);
});

test("two steps lead to a form: the employer is searched, then named in the address", async () => {
  const open = (path: string, search: string) =>
    visit(path.startsWith("/v") ? newVacancyPage : newBatchPage, path, path + search, officer);
  const found = await open("/vacancies/new", "?text=%E5%8A%B3%E5%8A%A1");
  expect(found.html).toContain(`/vacancies/new?employer=${employerId}`);
  expect((await open("/vacancies/new", "?text=nobody")).html).toContain("没有找到这家单位");
  expect((await open("/vacancies/new", `?employer=${employerId}`)).html).toContain("岗位名称");
  expect((await open("/labour-batches/new", `?employer=${employerId}`)).html).toContain("批次名称");
  expect((await open("/labour-batches/new", "?employer=x")).html).toContain("先选定组织单位");
});
