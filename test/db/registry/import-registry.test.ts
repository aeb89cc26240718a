import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verificationAt, viewSnapshot, listSnapshots } from "~/data/registry/registry-view.server";
import { findEntry, listEntries } from "~/data/registry/entry-view.server";
import { viewJobOf } from "~/data/jobs/job-view.server";
import type { Actor } from "~/domain/access/actor";
import { day } from "~/domain/shared/calendar-date";
import { idCardIndex } from "~/platform/crypto/blind-index.server";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { JobCancelled, runOneJob } from "~/platform/jobs/job-runner.server";
import { platform } from "~/platform/platform.server";
import { cancelJob } from "~/usecases/jobs/cancel-job.server";
import { importRegistry } from "~/usecases/registry/import-registry.server";
import { uploadRegistry } from "~/usecases/registry/upload-registry.server";
import { anActor } from "#test/builders/actor";
import {
  asCsv,
  asXlsx,
  exportRow,
  exportRows,
  inGb18030,
  soundIdNumber,
} from "#test/builders/registry-export";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const MOUDING = "532323";
const WUDING = "532329";
const CHUXIONG = "532300";
const TOP = { after: null, before: null };
const NOW = new Date("2020-07-01T02:00:00Z");

let at: TestPlatform;
const officer = anActor("caseOfficer", MOUDING, "普经办");
const neighbour = anActor("caseOfficer", WUDING, "白经办");
const prefecture = anActor("prefectureSupervisor", CHUXIONG, "施监管");

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const handlers = {
  importRegistry,
  checkRosterImport: () => Promise.reject(new Error("not here")),
  commitRosterImport: () => Promise.reject(new Error("not here")),
};

async function received(bytes: Buffer, fileName: string) {
  const id = newId();
  const stored = await storeFile(id, chunks(bytes), 1e9);
  return { id, fileName, ...stored };
}

async function* chunks(bytes: Buffer) {
  yield bytes;
}

async function upload(
  actor: Actor,
  bytes: Buffer,
  given: { regionCode?: string; exportedOn?: string; fileName?: string } = {},
) {
  const { regionCode = MOUDING, exportedOn, fileName = "导出.xlsx" } = given;
  const file = await received(bytes, fileName);
  const on = exportedOn === undefined ? null : day(exportedOn);
  return uploadRegistry(actor, { regionCode, exportedOn: on, file }, NOW);
}

async function imported(actor: Actor, bytes: Buffer, given: Parameters<typeof upload>[2] = {}) {
  const outcome = await upload(actor, bytes, given);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  await runOneJob(handlers);
  return outcome.value;
}

async function entriesOf(id: string) {
  const { rows } = await at.owner.query(
    `SELECT encode(id_index, 'hex') AS index, county_code, name, pinyin_initials, category,
       lifted_year, township, village, household_no FROM registry_entry
     WHERE snapshot_id = $1 ORDER BY id_index`,
    [id],
  );
  return rows;
}

test("[R01] the platform's workbook and its GB18030 text give the same entries", async () => {
  const rows = exportRows(1500);
  const fromXlsx = await imported(officer, asXlsx(rows));
  const fromCsv = await imported(officer, inGb18030(asCsv(rows)), { fileName: "导出.csv" });
  const entries = await entriesOf(fromXlsx);
  expect(entries).toHaveLength(1500);
  expect(entries[0]).toMatchObject({ county_code: MOUDING, category: "LIFTED", lifted_year: 2018 });
  expect(await entriesOf(fromCsv)).toEqual(entries);
});

test("[R01] the snapshot is dated by the file, and known by its hash and operator", async () => {
  const bytes = asXlsx(exportRows(3, { exportedAt: "2020-05-10 09:00:00" }));
  const id = await imported(officer, bytes);
  const snapshot = await viewSnapshot(officer, id);
  expect(snapshot).toMatchObject({
    state: "ready",
    exportedOn: "2020-05-10",
    operatorName: "普经办",
    sha256: createHash("sha256").update(bytes).digest("hex"),
    entryCount: 3,
    counts: [{ countyCode: MOUDING, category: "LIFTED", people: 3 }],
  });
});

test("rows that cannot be taken are listed with row, cause and cure, and no number in full", async () => {
  const twice = soundIdNumber(MOUDING, "19800202", 5);
  const broken = twice.slice(0, 17) + (twice.endsWith("1") ? "2" : "1");
  const id = await imported(
    officer,
    asXlsx([
      exportRow({ idCardNumber: twice, exportedAt: "2020-06-01" }),
      exportRow({ idCardNumber: twice, name: "施国梅" }),
      exportRow({ idCardNumber: broken }),
      exportRow({ idCardNumber: soundIdNumber(MOUDING, "19810101", 8), county: "宣威市" }),
    ]),
  );
  const snapshot = await viewSnapshot(officer, id);
  expect(snapshot?.entryCount).toBe(1);
  expect(snapshot?.refusals.map((row) => row.sheetRow)).toEqual([3, 4, 5]);
  const [duplicate, checkDigit, elsewhere] = snapshot?.refusals ?? [];
  expect(duplicate?.message).toContain("第 2 行重复");
  expect(checkDigit?.message).toMatch(/校验/);
  expect(elsewhere?.message).toContain("“宣威市”不在本次覆盖的牟定县范围内");
  expect(JSON.stringify(snapshot?.refusals)).not.toMatch(/\d{17}/);
});

test("the same file for the same region is taken once, and says when and by whom", async () => {
  const bytes = asXlsx(exportRows(2, { householdHead: "同一文件" }));
  await imported(officer, bytes);
  const again = await upload(prefecture, bytes, { regionCode: MOUDING });
  expect(again).toMatchObject({
    ok: false,
    refusal: { kind: "sameFile", earlier: { operatorName: "普经办", importedAt: NOW } },
  });
});

test("of two uploads of one file at once, one is taken", async () => {
  const bytes = asXlsx(exportRows(2, { householdHead: "同时上传" }));
  const outcomes = await Promise.all([upload(officer, bytes), upload(officer, bytes)]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  await runOneJob(handlers);
});

test("a worker that breaks off in the middle leaves nothing, and the job is done by the next", async () => {
  const outcome = await upload(officer, asXlsx(exportRows(2500, { householdHead: "中断" })));
  if (!outcome.ok) throw new Error("refused");
  const id = outcome.value;
  // As far as the third batch, then the connection dies with the process.
  let batches = 0;
  const job = await claimedJob(id);
  const broken = importRegistry(job, async () => {
    batches += 1;
    if (batches < 3) return;
    await at.owner.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'labour_app' AND state LIKE '%transaction%'",
    );
    throw new Error("killed");
  });
  await expect(broken).rejects.toThrow();
  expect(await entriesOf(id)).toHaveLength(0);
  expect(await viewSnapshot(officer, id)).toMatchObject({ state: "reading" });
  await at.owner.query(
    "UPDATE job SET lease_until = now() - interval '1 s' WHERE subject_id = $1",
    [id],
  );
  await runOneJob(handlers);
  expect(await entriesOf(id)).toHaveLength(2500);
  expect(await viewSnapshot(officer, id)).toMatchObject({ state: "ready", entryCount: 2500 });
});

test("a cancelled import writes nothing", async () => {
  const outcome = await upload(officer, asXlsx(exportRows(2500, { householdHead: "取消" })));
  if (!outcome.ok) throw new Error("refused");
  const id = outcome.value;
  const progress = await viewJobOf(officer, id, NOW);
  expect(await cancelJob(neighbour, progress?.id ?? "", NOW)).toEqual({
    ok: false,
    refusal: { kind: "notFound" },
  });
  expect(await cancelJob(officer, progress?.id ?? "", NOW)).toMatchObject({ ok: true });
  const job = await claimedJob(id).catch(() => null);
  if (job !== null) await expect(importRegistry(job, cancelled)).rejects.toThrow(JobCancelled);
  expect(await entriesOf(id)).toHaveLength(0);
  expect(await viewSnapshot(officer, id)).toMatchObject({ state: "cancelled" });
});

async function cancelled(): Promise<void> {
  throw new JobCancelled();
}

async function claimedJob(subjectId: string) {
  const { rows } = await platform().pool.query(
    `SELECT id, kind, county_code AS "countyCode", subject_id AS "subjectId", payload,
       created_by AS "createdBy" FROM claim_job(now(), interval '30 s')`,
  );
  const job = rows[0];
  if (job?.subjectId !== subjectId) throw new Error("another job was waiting");
  return job;
}

test("an unreadable file and a contradicting date end with a sentence for the officer", async () => {
  const notes = await imported(officer, Buffer.from("这不是名册"), { fileName: "说明.csv" });
  expect(await viewSnapshot(officer, notes)).toMatchObject({ state: "failed" });
  expect((await viewJobOf(officer, notes, NOW))?.message).not.toBe("");
  const dated = await imported(officer, asXlsx(exportRows(2, { householdHead: "日期" })), {
    exportedOn: "2020-06-19",
  });
  expect((await viewJobOf(officer, dated, NOW))?.message).toContain("2020-06-20");
  expect(await entriesOf(dated)).toHaveLength(0);
});

test("[R01][R27] a person is verified at a date against the snapshot then in force", async () => {
  const number = soundIdNumber(MOUDING, "19770707", 7);
  const index = idCardIndex(platform().keyRing, number);
  const person = { idCardNumber: number, name: "余英" };
  await imported(
    officer,
    asXlsx([exportRow({ ...person, category: "边缘易致贫户", exportedAt: "2020-03-01" })]),
  );
  await imported(
    officer,
    asXlsx([exportRow({ ...person, category: "已脱贫", exportedAt: "2020-06-30" })]),
  );
  const on = (date: string) => verificationAt(officer, index, MOUDING, date);
  expect(await on("2020-06-30")).toMatchObject({
    category: "LIFTED",
    snapshot: { exportedOn: "2020-06-30", isRetrospective: false },
  });
  // The exports of the tests above lie between: whoever is in none of them is not registered then.
  expect(await on("2020-06-29")).toMatchObject({
    kind: "notRegistered",
    snapshot: { exportedOn: "2020-06-20" },
  });
  expect(await on("2020-03-01")).toMatchObject({
    category: "AT_RISK",
    snapshot: { isRetrospective: false },
  });
  expect(await on("2020-02-29")).toMatchObject({
    category: "AT_RISK",
    snapshot: { exportedOn: "2020-03-01", isRetrospective: true },
  });
  expect(await verificationAt(officer, index, "530381", "2020-06-30")).toEqual({
    kind: "noSnapshot",
  });
});

test("an officer of another county sees neither snapshot nor people; the prefecture sees both", async () => {
  const number = soundIdNumber(MOUDING, "19660606", 6);
  const rows = [exportRow({ idCardNumber: number, name: "起家林", householdHead: "范围" })];
  const id = await imported(officer, asXlsx(rows));
  expect(await viewSnapshot(neighbour, id)).toBeNull();
  expect((await listSnapshots(neighbour, TOP, 50)).rows).toEqual([]);
  const index = idCardIndex(platform().keyRing, number);
  expect(await findEntry(neighbour, id, index)).toBeNull();
  expect(await findEntry(prefecture, id, index)).toMatchObject({ name: "起家林" });
  expect(await upload(neighbour, asXlsx(rows))).toMatchObject({ refusal: { kind: "forbidden" } });
});

test("a prefecture's export is shared out by county; each sees its own people", async () => {
  const id = await imported(
    prefecture,
    asXlsx([
      exportRow({ idCardNumber: soundIdNumber(MOUDING, "19700101", 1), name: "尹光英" }),
      exportRow({
        idCardNumber: soundIdNumber(WUDING, "19700101", 1),
        name: "白红芬",
        county: "武定县",
      }),
    ]),
    { regionCode: CHUXIONG },
  );
  const seenBy = async (actor: Actor) =>
    (await listEntries(actor, id, { text: "", countyCode: null }, TOP, 50)).rows.map(
      (row) => row.name,
    );
  expect(await seenBy(prefecture)).toEqual(["尹光英", "白红芬"]);
  expect(await seenBy(neighbour)).toEqual(["白红芬"]);
  expect(await viewSnapshot(neighbour, id)).toMatchObject({
    counts: [{ countyCode: WUDING, people: 1 }],
    refusals: [],
  });
});

test("people of a snapshot are found by name, by initials, and page by page both ways", async () => {
  const id = await imported(officer, asXlsx(exportRows(120, { householdHead: "翻页" })));
  const find = (text: string) => listEntries(officer, id, { text, countyCode: null }, TOP, 200);
  const all = await find("");
  expect(all.rows).toHaveLength(120);
  expect(all.rows[0]?.maskedId).toMatch(/^532323\*{8}\d{3}[\dX]$/);
  const byName = await find("普晓");
  expect(byName.rows.length).toBeGreaterThan(0);
  expect(byName.rows.every((row) => row.name.startsWith("普晓"))).toBe(true);
  expect((await find("px")).rows.length).toBeGreaterThanOrEqual(byName.rows.length);
  const page = (cursor: typeof TOP | { after: string | null; before: string | null }) =>
    listEntries(officer, id, { text: "", countyCode: null }, cursor, 50);
  const first = await page(TOP);
  const second = await page({ after: first.after, before: null });
  const back = await page({ after: null, before: second.before });
  expect([...first.rows, ...second.rows]).toEqual(all.rows.slice(0, 100));
  expect(back.rows).toEqual(first.rows);
  expect(back.before).toBeNull();
});
