import { afterAll, beforeAll, expect, test } from "vitest";
import { readBoardFilter } from "~/routes/posts/board-address";
import { viewImport } from "~/data/rosters/import-view.server";
import { isUuid } from "~/platform/http/list-address.server";
import { exportPosts } from "~/usecases/posts/export-posts.server";
import { correctRows } from "~/usecases/rosters/correct-import-rows.server";
import { decideDifferences } from "~/usecases/rosters/decide-differences.server";
import { requestCommit } from "~/usecases/rosters/request-commit.server";
import { uploadPosts } from "~/usecases/rosters/upload-posts.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { buildAppointment, buildQuota } from "#test/builders/post";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { loadSampleRegistry, received, sample, value } from "../rosters/support";
import * as posts from "./roster-import-support";

const { kindsOf, NOW, postFile, rowsWith, SOUND, WUDING } = posts;

let at: TestPlatform;
let imported: string;
const officer = anActor("caseOfficer", WUDING, "张经办");
const reviewer = anActor("reviewer", WUDING, "李审核");
const prefecture = anActor("prefectureSupervisor", "532300", "周监管");

beforeAll(async () => {
  at = await openTestPlatform();
  await loadSampleRegistry(prefecture);
  imported = await checked(await sample("post-roster-wuding.xlsx"));
});
afterAll(() => at.close());

const checked = (file: Parameters<typeof posts.checkedPosts>[1]) =>
  posts.checkedPosts(officer, file);
const rowsOf = (importId: string) => posts.postRows(officer, importId);
const putIn = (importId: string, mode: "all" | "goodOnly" = "all") =>
  posts.intoPosts(officer, importId, mode);
const builtPerson = ({ idCardNumber = "", name = "" }: posts.PostCells, countyCode: string) =>
  buildPerson(at.owner, { idNumber: idCardNumber, name, countyCode, phone: "15827307528" });

async function exported(): Promise<Buffer> {
  const filter = readBoardFilter(new URLSearchParams("year=2020"), 2020, isUuid);
  const asked = { filter, numbers: "full", reason: "报州人社局汇总" } as const;
  return posts.bytesOf(value(await exportPosts(officer, asked, NOW)).bytes);
}

// Worked out from the file by a script that shares no code with the product.
const TOO_SHORT = [7, 20, 33];
const TOO_LONG = [11, 24, 37];
const UNSIGNED = { "5月签收": [13, 33, 39, 41, 43], "6月签收": [4, 8, 10, 22, 28, 35] };
const SIGNED_OUTSIDE = [7, 33];

/** What the jobs of an import said in the end. */
async function told(importId: string): Promise<string> {
  const { rows } = await at.owner.query("SELECT message FROM job WHERE subject_id = $1", [
    importId,
  ]);
  return JSON.stringify(rows);
}

test("[R12] the sample's terms: what is too short, what too long, and no other", async () => {
  const rows = await rowsOf(imported);
  expect(rows).toHaveLength(40);
  expect(rowsWith(rows, "term-too-long")).toEqual(TOO_LONG);
  expect(rowsWith(rows, "term-short")).toEqual(TOO_SHORT);
  expect(rowsWith(rows, "short-reason-missing")).toEqual(TOO_SHORT);
  const refused = rows.filter(({ state }) => state === "refused").map(({ sheetRow }) => sheetRow);
  expect(refused).toEqual([...TOO_SHORT, ...TOO_LONG].sort((a, b) => a - b));
  const long = rows.find(({ sheetRow }) => sheetRow === TOO_LONG[0]);
  expect(long?.findings.find(({ kind }) => kind === "term-too-long")?.message).toContain(
    "最晚到 2020-09-30",
  );
});

test("[R05] the sample's months without a receipt, and the receipts of months outside the post", async () => {
  const rows = await rowsOf(imported);
  const missing = rows.flatMap(({ sheetRow, findings }) =>
    findings
      .filter(({ kind }) => kind === "receipt-missing")
      .map(({ column }) => ({ column, sheetRow })),
  );
  for (const [column, expected] of Object.entries(UNSIGNED)) {
    const found = missing.filter((one) => one.column === column).map(({ sheetRow }) => sheetRow);
    expect(found).toEqual(expected);
  }
  expect(missing).toHaveLength(11);
  expect(rowsWith(rows, "receipt-outside-term")).toEqual(SIGNED_OUTSIDE);
});

test("the good rows go in as confirmed posts that came by file, with what the file states", async () => {
  await putIn(imported, "goodOnly");
  const { rows } = await at.owner.query(
    `SELECT count(*)::int AS posts, count(DISTINCT person_id)::int AS people,
       count(*) FILTER (WHERE state = 'confirmed' AND confirmed_by IS NULL
         AND confirmed_by_name = '名册导入' AND import_id = $1 AND quota_id IS NULL)::int AS "byFile",
       count(*) FILTER (WHERE fund_source = '沪滇劳务协作')::int AS funded,
       count(*) FILTER (WHERE findings @? '$[*] ? (@.kind == "no-quota")')::int AS "noQuota",
       count(verified_category)::int AS verified
     FROM post_appointment`,
    [imported],
  );
  const all = { posts: 34, people: 34, byFile: 34, funded: 34, noQuota: 34 };
  expect(rows[0]).toMatchObject(all);
  const found = await rowsOf(imported);
  const taken = found.filter(({ state }) => state !== "refused");
  const doubtful = new Set([
    "not-in-registry",
    "name-differs-from-registry",
    "other-county-person",
  ]);
  const sound = taken.filter((row) => !kindsOf(row).some((kind) => doubtful.has(kind)));
  expect(rows[0]).toMatchObject({ verified: sound.length });
  const one = await at.owner.query(
    `SELECT title, monthly_rate_fen AS rate, starts_on::text AS "from", ends_on::text AS "to",
       stated_receipts AS receipts, sheet_row AS "sheetRow" FROM post_appointment WHERE sheet_row = 13`,
  );
  expect(one.rows[0]).toEqual({
    ...{ title: "防疫值守员", rate: 100_000, from: "2020-04-01", to: "2020-09-30" },
    ...{ receipts: ["2020-04", "2020-06"], sheetRow: 13 },
  });
  const trail = await at.owner.query(
    "SELECT action FROM trail_event WHERE action LIKE 'post.%' ORDER BY seq",
  );
  expect(trail.rows.map(({ action }) => action)).toEqual(["post.import", "post.commitImport"]);
});

test("the import's page leads to the board of its year", async () => {
  const view = await viewImport(officer, imported, "2020-09-10");
  expect(view?.ledgerPath).toBe(`/posts?state=all&year=2020&import=${imported}`);
  expect(view?.label).toBe("公共服务岗位名册（武定县）");
});

test("an export of what the sample brought comes back without a difference", async () => {
  const importId = await checked(await received(await exported(), "导出.xlsx"));
  const rows = await rowsOf(importId);
  expect(rows).toHaveLength(34);
  expect(rows.filter(({ matching }) => matching !== "onRoster")).toEqual([]);
  expect(rows.filter(({ state }) => state === "refused")).toEqual([]);
});

test("a short term goes in once a reason is typed, and the next edition need not repeat it", async () => {
  const short = { ...SOUND, endsOn: "2020-05-31" };
  const importId = await checked(await postFile([short]));
  expect(kindsOf((await rowsOf(importId))[0])).toContain("short-reason-missing");
  const typed = [{ sheetRow: 3, values: { shortReason: "路段提前完工" } }];
  value(await correctRows(officer, importId, typed, NOW));
  expect((await rowsOf(importId))[0]?.state).toBe("warning");
  await putIn(importId);
  const { rows } = await at.owner.query(
    "SELECT short_reason AS reason FROM post_appointment WHERE import_id = $1",
    [importId],
  );
  expect(rows).toEqual([{ reason: "路段提前完工" }]);
  const [again] = await rowsOf(await checked(await postFile([short])));
  expect(again?.matching).toBe("onRoster");
  expect(kindsOf(again)).not.toContain("term-short");
});

test("end, rate, title and receipts that differ wait for a decision; taken, each leaves its event", async () => {
  const change = { endsOn: "2020-06-30", monthlyRate: "1000", title: "护路员", receipt6: "已签" };
  const importId = await checked(await postFile([{ ...SOUND, ...change }]));
  const [row] = await rowsOf(importId);
  expect(row?.matching).toBe("lineDiffers");
  expect(row?.differences.map(({ label }) => label)).toEqual([
    ...["岗位名称", "聘用结束", "月补贴标准", "签收月份"],
  ]);
  expect(await requestCommit(officer, importId, "all", NOW)).toMatchObject({
    refusal: { kind: "undecided" },
  });
  value(await decideDifferences(officer, importId, { all: "take" }, NOW));
  await putIn(importId);
  const { rows } = await at.owner.query(
    `SELECT id, title, monthly_rate_fen AS rate, ends_on::text AS "to", stated_receipts AS receipts, state,
       village, short_reason AS reason FROM post_appointment WHERE starts_on = '2020-04-01' AND name = $1`,
    [SOUND.name],
  );
  expect(rows).toMatchObject([
    {
      ...{ title: "护路员", rate: 100_000, to: "2020-06-30", receipts: ["2020-04", "2020-06"] },
      ...{ state: "confirmed", village: "新村村委会", reason: "路段提前完工" },
    },
  ]);
  const trail = await at.owner.query<{ detail: string; subject: string }>(
    "SELECT detail, subject_id AS subject FROM trail_event WHERE action = 'post.change'",
  );
  expect(trail.rows.map(({ subject }) => subject)).toEqual([rows[0]?.id]);
  expect(JSON.parse(trail.rows[0]?.detail ?? "{}")).toMatchObject({
    ...{
      person: SOUND.name,
      before: "岗位名称 护林员、聘用结束 2020-05-31、月补贴标准 800 元、签收月份 2020年4月",
    },
    after:
      "岗位名称 护路员、聘用结束 2020-06-30、月补贴标准 1,000 元、签收月份 2020年4月、2020年6月",
  });
});

test("a post or job of the same days is refused with its days, in any county; two in the file as well", async () => {
  const person = (serial: number) => ({
    ...SOUND,
    ...{ name: "起桂芳", idCardNumber: idNumberOf(WUDING, "1991-03-02", serial) },
  });
  const [held, working, twice] = [person(562), person(564), person(566)];
  const elsewhere = await builtPerson(held, "532324");
  const quotaId = await buildQuota(at.owner);
  const days = { startsOn: "2020-09-30", endsOn: "2020-12-31" };
  await buildAppointment(at.owner, { personId: elsewhere, quotaId, ...days });
  const worker = await builtPerson(working, WUDING);
  const employerId = await buildEmployer(at.owner);
  await buildPlacement(at.owner, { personId: worker, employerId });
  const second = { ...twice, startsOn: "2020-09-30", endsOn: "2021-02-28", receipt4: "" };
  const file = await postFile([held, working, twice, { ...second, startsOn: "2020-08-31" }]);
  const importId = await checked(file);
  const rows = await rowsOf(importId);
  expect(rows.map(({ state }) => state)).toEqual(["refused", "refused", "warning", "refused"]);
  expect(rowsWith(rows, "other-post")).toEqual([3]);
  expect(rows[0]?.findings.find(({ kind }) => kind === "other-post")?.message).toMatch(
    /2020-09-30 至 2020-12-31.*其他县/,
  );
  expect(rowsWith(rows, "job")).toEqual([4]);
  expect(rowsWith(rows, "two-posts-in-file")).toEqual([6]);
  const corrected = async (sheetRow: number, values: posts.PostCells) => {
    value(await correctRows(officer, importId, [{ sheetRow, values }], NOW));
    return kindsOf((await rowsOf(importId))[3]);
  };
  expect(await corrected(6, { startsOn: "2020-09-01" })).toContain("two-posts-in-file");
  await corrected(5, { leftOn: "2020-08-31" });
  const apart = await corrected(6, { endsOn: "2021-01-31" });
  expect(apart).toContain("chain");
  expect(apart).not.toContain("two-posts-in-file");
});

test("a row refused for another of the same person is free as soon as that one's dates are put right", async () => {
  const first = { ...SOUND, name: "李桂英", idCardNumber: idNumberOf(WUDING, "1986-06-06", 572) };
  const second = { ...first, startsOn: "2020-08-31", endsOn: "2020-12-31", receipt4: "" };
  const importId = await checked(await postFile([first, second]));
  const kinds = async () => kindsOf((await rowsOf(importId))[1]);
  expect(await kinds()).toContain("two-posts-in-file");
  const correct = async (leftOn: string) =>
    value(await correctRows(officer, importId, [{ sheetRow: 3, values: { leftOn } }], NOW));
  await correct("2020-08-31");
  expect(await kinds()).toContain("two-posts-in-file");
  await correct("2020-08-30");
  expect(await kinds()).not.toContain("two-posts-in-file");
});

test("another county's people are refused: by the registry as the file is checked, by the record as it goes in", async () => {
  const nanhua = anActor("caseOfficer", "532324", "南华经办");
  const file = await sample("post-roster-wuding.xlsx");
  const rows = await posts.postRows(nanhua, await posts.checkedPosts(nanhua, file, "532324"));
  const registered = new Set(rowsWith(rows, "other-county-person"));
  expect(registered.size).toBeGreaterThan(30);
  expect(rows.filter((row) => registered.has(row.sheetRow) && row.state !== "refused")).toEqual([]);
  const kept = { ...SOUND, name: "普建国", idCardNumber: idNumberOf(WUDING, "1979-09-09", 569) };
  const importId = await checked(await postFile([kept]));
  await builtPerson(kept, "532324");
  await putIn(importId);
  expect(await told(importId)).toContain("第 3 行的人员户籍在其他县");
});

test("what came in after the check stops the whole of it, by row", async () => {
  const late = { ...SOUND, name: "杨海清", idCardNumber: idNumberOf(WUDING, "1988-08-08", 568) };
  const importId = await checked(await postFile([{ ...late, phone: "" }]));
  const personId = await builtPerson(late, WUDING);
  const quotaId = await buildQuota(at.owner, { countyCode: WUDING });
  await buildAppointment(at.owner, {
    personId,
    quotaId,
    startsOn: "2020-09-30",
    endsOn: "2020-12-31",
  });
  await putIn(importId);
  const view = await viewImport(officer, importId, "2020-09-10");
  expect(view?.state).toBe("checked");
  expect(await told(importId)).toContain("第 3 行的人员，查验以后又登记了日期重叠的岗位");
});

test("a reviewer does not import, a prefecture is no county, and a neighbour's county is out of reach", async () => {
  const file = await postFile([SOUND]);
  const forbidden = { ok: false, refusal: { kind: "forbidden" } };
  const upload = { countyCode: WUDING, file, previousImportId: null };
  expect(await uploadPosts(reviewer, upload, NOW)).toMatchObject(forbidden);
  expect(await uploadPosts(officer, { ...upload, countyCode: "532324" }, NOW)).toMatchObject(
    forbidden,
  );
  const wide = anActor("caseOfficer", "532300", "州经办");
  expect(await uploadPosts(wide, { ...upload, countyCode: "532300" }, NOW)).toMatchObject(
    forbidden,
  );
});
