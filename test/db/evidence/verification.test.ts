import { afterAll, beforeAll, expect, test } from "vitest";
import { listLineVerifications } from "~/data/evidence/verification-standing.server";
import { viewVerification } from "~/data/evidence/verification-view.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { exportVerificationList } from "~/usecases/evidence/export-verification-list.server";
import { importVerificationResult } from "~/usecases/evidence/import-verification-result.server";
import { openVerificationFile } from "~/usecases/evidence/open-verification-file.server";
import { verifyBySnapshot } from "~/usecases/evidence/verify-by-snapshot.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { asXlsx, exportRow } from "#test/builders/registry-export";
import { buildRoster, type BuiltRoster } from "#test/builders/roster";
import { platformResult, type PlatformRow } from "#test/builders/verification";
import { imported } from "#test/db/registry/support";
import { received, value } from "#test/db/rosters/support";
import { bytesOf, readRows } from "#test/support/read-workbook";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-16T02:00:00Z");
const officer = anActor("caseOfficer", COUNTY, "经办甲");
const NAMES = ["普开翠", "普开美", "沙马·尔布"];

let database: TestPlatform;
beforeAll(async () => {
  database = await openTestPlatform();
});
afterAll(() => database.close());

let serial = 100;

/** Three trainees whom no import has verified, in a class of 2020-06-01 to 15. */
async function aClass() {
  const trainees = NAMES.map((name) => {
    serial += 1;
    const idCardNumber = idNumberOf(COUNTY, "1990-01-01", serial);
    return { name, idCardNumber, verifiedCategory: null };
  });
  const facts = { countyCode: COUNTY, createdBy: officer.userId, trainees };
  const built = await inTransaction(officer, (tx) => buildRoster(tx, facts));
  return { ...built, trainees };
}

const standings = ({ id }: BuiltRoster) =>
  inTransaction(officer, (tx) => listLineVerifications(tx, id));

async function counts(classId: string) {
  const page = await viewVerification(officer, classId, "2020-06-16");
  return page?.events.map(({ proved, counts: said }) => ({ ...said, proved })) ?? [];
}

async function listed(classId: string, event: "opening" | "completion" = "completion") {
  return value(await exportVerificationList(officer, { classId, event }, NOW)).batchId;
}

async function answered(
  classId: string,
  batchId: string,
  rows: readonly PlatformRow[],
  verifiedOn = "2020-06-16",
  at = NOW,
) {
  const file = await received(platformResult(rows), "查验结果.xlsx");
  const given = { classId, batchId, file, operator: "平台员", verifiedOn };
  return importVerificationResult(officer, given, at);
}

async function trailDetails(action: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ detail: string }>(
    "SELECT detail FROM trail_event WHERE action = $1 ORDER BY seq",
    [action],
  );
  return rows.map(({ detail }) => detail);
}

test("[R01] the list goes out with full numbers, is kept as it was sent, and opens with a trail", async () => {
  const { classId, trainees } = await aClass();
  const batchId = await listed(classId);
  const asked = { classId, batchId, which: "list" } as const;
  const opened = value(await openVerificationFile(officer, asked, NOW));
  expect(opened.fileName).toMatch(/^结业查验名单_家政服务员.*_2020-06-16\.xlsx$/);
  const rows = await readRows(await bytesOf(opened.bytes as AsyncIterable<Buffer>));
  expect(rows[0]?.texts).toEqual(["序号", "姓名", "身份证号码", "县（市、区）"]);
  expect(rows.slice(1).map(({ texts }) => texts)).toEqual(
    trainees.map(({ name, idCardNumber }, at) => [String(at + 1), name, idCardNumber, "牟定县"]),
  );
  const trail = await trailDetails("verification.export");
  expect(JSON.parse(trail.at(-1) ?? "{}")).toMatchObject({ headcount: 3, purpose: "结业查验" });
  expect(trail.join()).not.toMatch(/\d{17}[\dX]/);
  expect(await trailDetails("verification.download")).toHaveLength(1);
});

test("[R01] who may not see numbers in full opens neither list nor answer; foreigners find none", async () => {
  const { classId } = await aClass();
  const batchId = await listed(classId);
  const asked = { classId, batchId, which: "list" } as const;
  const kind = async (...who: Parameters<typeof anActor>) => {
    const outcome = await openVerificationFile(anActor(...who), asked, NOW);
    return outcome.ok ? "done" : outcome.refusal.kind;
  };
  expect(await kind("secondedOfficial", COUNTY)).toBe("forbidden");
  expect(await kind("auditor", COUNTY)).toBe("done");
  expect(await kind("auditor", "530381")).toBe("notFound");
  const reviewer = anActor("reviewer", COUNTY);
  const event = "opening";
  expect(await exportVerificationList(reviewer, { classId, event }, NOW)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await verifyBySnapshot(reviewer, { classId, event }, NOW)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
});

test("[R01] the platform's answer proves each line for its event, and the file is kept byte for byte", async () => {
  const built = await aClass();
  const { classId, trainees, lineIds } = built;
  const batchId = await listed(classId);
  const rows = trainees.map((one, at) => ({ ...one, registered: at === 2 ? "否" : "是" }));
  expect(await answered(classId, batchId, rows)).toMatchObject({
    value: { found: 2, notFound: 1 },
  });
  const answer = { event: "completion", eventOn: "2020-06-15", verifiedOn: "2020-06-16" };
  expect(await standings(built)).toEqual([
    { lineId: lineIds[0], opening: null, completion: { ...answer, category: "LIFTED" } },
    { lineId: lineIds[1], opening: null, completion: { ...answer, category: "LIFTED" } },
    { lineId: lineIds[2], opening: null, completion: { ...answer, category: null } },
  ]);
  const [opening, completion] = await counts(classId);
  expect(opening).toMatchObject({ missing: 3, proved: 0 });
  expect(completion).toMatchObject({ validAfterwards: 2, notFound: 1, missing: 0, proved: 2 });
  const asked = { classId, batchId, which: "result" } as const;
  const kept = await bytesOf(
    value(await openVerificationFile(officer, asked, NOW)).bytes as AsyncIterable<Buffer>,
  );
  expect(kept.equals(platformResult(rows))).toBe(true);
  expect(await answered(classId, batchId, rows)).toMatchObject({ refusal: { kind: "answered" } });
});

test("[R01] an answer with one bad row is refused whole, every problem named, nothing written", async () => {
  const built = await aClass();
  const batchId = await listed(built.classId);
  const [one, two] = built.trainees;
  if (one === undefined || two === undefined) throw new Error("no trainees");
  const stranger = { name: "李某", idCardNumber: idNumberOf(COUNTY, "1991-01-01", 9) };
  const rows = [one, one, { ...two, name: "普开兰" }, stranger];
  const outcome = await answered(built.classId, batchId, rows);
  const problems =
    !outcome.ok && outcome.refusal.kind === "problems" ? outcome.refusal.problems : [];
  expect(problems.map(({ kind, sheetRow }) => [kind, sheetRow])).toEqual([
    ["duplicate", 3],
    ["name-differs", 4],
    ["unknown-number", 5],
    ["line-missing", 0],
  ]);
  expect((await standings(built)).every(({ completion }) => completion === null)).toBe(true);
  // Mended, the same list is answered after all.
  expect(await answered(built.classId, batchId, built.trainees)).toMatchObject({ ok: true });
});

test("[R01] an unreadable file, and one without a result column, say so", async () => {
  const { classId } = await aClass();
  const batchId = await listed(classId);
  const send = async (text: string) => {
    const file = await received(Buffer.from(text), "结果.csv");
    const given = { classId, batchId, file, operator: "", verifiedOn: "2020-06-16" };
    const outcome = await importVerificationResult(officer, given, NOW);
    return !outcome.ok && outcome.refusal.kind === "unreadable" ? outcome.refusal.message : "";
  };
  expect(await send("序号,姓名,身份证号\n1,普开翠,1\n")).toContain(
    "没有“是否建档立卡”或“脱贫状态”",
  );
  expect(await send("甲,乙\n1,2\n")).not.toBe("");
});

test("[R01] a class that moves makes its answers 非当日, and refuses the list of the old day", async () => {
  const built = await aClass();
  const { classId, trainees } = built;
  const [openingList, list] = [await listed(classId, "opening"), await listed(classId)];
  value(await answered(classId, list, trainees));
  await database.owner.query(
    "UPDATE training_class SET starts_on = '2020-06-02', ends_on = '2020-06-16' WHERE id = $1",
    [classId],
  );
  expect((await counts(classId))[1]).toMatchObject({ otherDay: 3, proved: 0 });
  expect(await answered(classId, openingList, trainees)).toMatchObject({
    refusal: { kind: "eventMoved", eventOn: "2020-06-02" },
  });
  const later = new Date(NOW.getTime() + 60_000);
  value(await answered(classId, await listed(classId), trainees, "2020-06-16", later));
  expect((await counts(classId))[1]).toMatchObject({ valid: 3, otherDay: 0 });
});

test("[R01] the registry on file answers for either event by the export in force that day", async () => {
  const built = await aClass();
  const { classId, trainees } = built;
  expect(await verifyBySnapshot(officer, { classId, event: "opening" }, NOW)).toMatchObject({
    refusal: { kind: "noSnapshot" },
  });
  const entries = (exportedAt: string, category: string) =>
    asXlsx(
      trainees
        .slice(0, 2)
        .map(({ name, idCardNumber }) => exportRow({ name, idCardNumber, category, exportedAt })),
    );
  await imported(officer, entries("2020-05-20 10:00:00", "已脱贫"));
  await imported(officer, entries("2020-06-12 10:00:00", "脱贫不稳定户"));
  const opened = await verifyBySnapshot(officer, { classId, event: "opening" }, NOW);
  expect(opened).toMatchObject({ value: { exportedOn: "2020-05-20", found: 2, notFound: 1 } });
  value(await verifyBySnapshot(officer, { classId, event: "completion" }, NOW));
  const [first] = await standings(built);
  expect(first?.opening).toMatchObject({ verifiedOn: "2020-05-20", category: "LIFTED" });
  expect(first?.completion).toMatchObject({ verifiedOn: "2020-06-12", category: "UNSTABLE_EXIT" });
  expect(await counts(classId)).toMatchObject([
    { valid: 2, notFound: 1, proved: 2 },
    { valid: 2, notFound: 1, proved: 2 },
  ]);
  await database.owner.query(
    `INSERT INTO parameter_value (id, region_code, parameter, value, from_on, source, entered_by,
       entered_by_name, entered_at)
     VALUES (gen_random_uuid(), '532300', 'verification.maxAgeDays', 11, '2020-01-01', '州文件',
       gen_random_uuid(), '州', now())`,
  );
  // 12 days before the opening, 3 before the completion.
  expect(await counts(classId)).toMatchObject([
    { tooOld: 2, proved: 0 },
    { valid: 2, proved: 2 },
  ]);
  await database.owner.query("UPDATE parameter_value SET value = 12");
  expect((await counts(classId))[0]).toMatchObject({ tooOld: 0, valid: 2 });
  await database.owner.query("DELETE FROM parameter_value");
});

test("[R01] what the import found stands for the opening until the class moves to another export", async () => {
  // Both exports of the test before cover the county: 2020-05-20 and 2020-06-12.
  const { rows: known } = await database.owner.query<{ name: string }>(
    "SELECT DISTINCT name FROM registry_entry ORDER BY name",
  );
  expect(known.length).toBeGreaterThan(0);
  const { classId, id } = await aClass();
  await database.owner.query(
    `UPDATE roster_line SET verified_category = 'LIFTED', verified_on = '2020-05-20',
       created_at = '2020-07-02', verified_snapshot_id = (SELECT id FROM registry_snapshot
       WHERE exported_on = '2020-05-20') WHERE roster_id = $1`,
    [id],
  );
  expect((await counts(classId))[0]).toMatchObject({ valid: 3 });
  const moveTo = (day: string) =>
    database.owner.query("UPDATE training_class SET starts_on = $2 WHERE id = $1", [classId, day]);
  await moveTo("2020-06-11");
  expect((await counts(classId))[0]).toMatchObject({ valid: 3 });
  await moveTo("2020-06-12");
  expect((await counts(classId))[0]).toMatchObject({ otherDay: 3, valid: 0 });
  value(await verifyBySnapshot(officer, { classId, event: "opening" }, NOW));
  expect((await counts(classId))[0]).toMatchObject({ otherDay: 0 });
});

test("a sealed class is not verified anew", async () => {
  const { classId, id, trainees } = await aClass();
  const batchId = await listed(classId);
  await database.owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [id]);
  const event = "opening";
  const refusal = { refusal: { kind: "sealed" } };
  expect(await verifyBySnapshot(officer, { classId, event }, NOW)).toMatchObject(refusal);
  expect(await exportVerificationList(officer, { classId, event }, NOW)).toMatchObject(refusal);
  expect(await answered(classId, batchId, trainees)).toMatchObject(refusal);
});
