import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewSnapshot } from "~/data/registry/registry-view.server";
import { viewJobOf } from "~/data/jobs/job-view.server";
import { JobCancelled, runOneJob } from "~/platform/jobs/job-runner.server";
import { cancelJob } from "~/usecases/jobs/cancel-job.server";
import { importRegistry } from "~/usecases/registry/import-registry.server";
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
import { CHUXIONG, claimedJob, handlers, imported, MOUDING, NOW, upload, WUDING } from "./support";

let at: TestPlatform;
const officer = anActor("caseOfficer", MOUDING, "普经办");
const neighbour = anActor("caseOfficer", WUDING, "白经办");
const prefecture = anActor("prefectureSupervisor", CHUXIONG, "施监管");

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

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

test("the reading tells rows done and how many there may be, until it knows them all", async () => {
  const outcome = await upload(officer, asXlsx(exportRows(3500, { householdHead: "进度" })));
  if (!outcome.ok) throw new Error("refused");
  const told: { done: number; total: number | null; stage: string }[] = [];
  await importRegistry(await claimedJob(outcome.value), async (done, total, stage) => {
    told.push({ done, total, stage });
  });
  const reading = told.filter(({ stage }) => stage === "查验并写入");
  expect(reading.map(({ done }) => done)).toEqual([1000, 2000, 3000]);
  for (const { done, total } of reading) expect(total).toBeGreaterThanOrEqual(done);
  // An estimate by bytes read: good enough for a bar and the minutes left.
  expect(Math.abs((reading[1]?.total ?? 0) - 3500)).toBeLessThan(700);
  expect(told.at(-1)).toMatchObject({ done: 3500, total: 3500 });
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
