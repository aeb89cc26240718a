import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EvidenceProblem } from "~/domain/evidence/evidence-problem";
import { platform } from "~/platform/platform.server";
import { connectPrisma, type Db } from "~/platform/prisma/client.server";
import { verifyEvidence } from "~/usecases/evidence/verify-evidence.server";
import { sealRoster } from "~/usecases/rosters/seal-roster.server";
import { anActor } from "#test/builders/actor";
import { aClassReadyToSeal, type ReadyClass } from "#test/builders/sealed-class";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-20T02:00:00Z");
const officer = anActor("caseOfficer", COUNTY);
const reviewer = anActor("reviewer", COUNTY);

let at: TestPlatform;
let db: Db;
let one: ReadyClass;
let other: ReadyClass;

beforeAll(async () => {
  at = await openTestPlatform();
  db = connectPrisma(at.ownerUrl, 1);
  one = await aSealed("第1期");
  other = await aSealed("第2期");
});
afterAll(async () => {
  await db.$disconnect();
  await at.close();
});

async function aSealed(term: string): Promise<ReadyClass> {
  const built = await aClassReadyToSeal({ countyCode: COUNTY, createdBy: officer.userId, term });
  value(await sealRoster(reviewer, { rosterId: built.id, version: 1 }, NOW));
  return built;
}

const problems = async () => (await verifyEvidence({ db, client: at.owner })).problems;

/** Runs statements past every trigger, looks, and takes them back. */
async function whileTampered(
  ...statements: readonly string[]
): Promise<readonly EvidenceProblem[]> {
  const undo = await snapshotOf(TABLES);
  await at.owner.query("SET session_replication_role = replica");
  for (const statement of statements) await at.owner.query(statement);
  const found = await problems();
  await undo();
  await at.owner.query("SET session_replication_role = DEFAULT");
  return found;
}

const TABLES = [
  ...["roster_line", "attendance", "completion_result", "roster_seal", "roster", "acknowledgement"],
  ...["trail_event", "stored_file", "attendance_correction", "spot_check_person"],
  ...["supervision_record", "verification_batch"],
];

async function snapshotOf(tables: readonly string[]) {
  for (const table of tables) {
    await at.owner.query(`CREATE TEMP TABLE kept_${table} AS TABLE ${table}`);
  }
  return async () => {
    for (const table of tables) {
      await at.owner.query(`DELETE FROM ${table}`);
      await at.owner.query(`INSERT INTO ${table} TABLE kept_${table}`);
      await at.owner.query(`DROP TABLE kept_${table}`);
    }
  };
}

/** Flips one byte of a file in the store, looks, and flips it back. */
async function whileFlipped(fileId: string): Promise<readonly EvidenceProblem[]> {
  const file = path.join(platform().filesDir, fileId.slice(-2), fileId);
  const bytes = await readFile(file);
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(40) ^ 1, 40);
  await writeFile(file, changed);
  const found = await problems();
  await writeFile(file, bytes);
  return found;
}

async function fileOf(statement: string, id: string | undefined): Promise<string> {
  const { rows } = await at.owner.query<{ id: string }>(statement, [id]);
  return rows[0]?.id ?? "";
}

const told = (found: readonly EvidenceProblem[]) =>
  found.map(({ table, place, message }) => `${table} ${place}：${message}`);

test("[R06] what nobody touched is whole", async () => {
  const report = await verifyEvidence({ db, client: at.owner });
  expect(report).toEqual({ files: 18, seals: 2, trailEvents: 2, problems: [] });
});

const UNREADABLE = "文件打不开：内容被改动、截短或不是用本系统的密钥加密的";

test.each([
  [
    "a signature",
    "SELECT file_id AS id FROM acknowledgement WHERE id = $1",
    () => one.proofIds[2],
    "第 2 号 签字手印",
  ],
  [
    "a picture",
    "SELECT file_id AS id FROM media_item WHERE id = $1",
    () => one.mediaIds[1],
    "2020-06-02 影像",
  ],
  [
    "an ink of supervision",
    "SELECT ink_file_id AS id FROM supervision_record WHERE id = $1",
    () => one.supervisionIds[0],
    "2020-06-02 监督记录签名",
  ],
])(
  "[R06] one flipped byte of %s is named with its file and place",
  async (_, statement, id, place) => {
    const fileId = await fileOf(statement, id());
    const found = await whileFlipped(fileId);
    expect(told(found)).toEqual([`stored_file 牟定县 家政服务员（第1期） ${place}：${UNREADABLE}`]);
    expect(found[0]?.row).toBe(fileId);
  },
);

test("[R06] one flipped byte of the kept list is named as file and as seal", async () => {
  const id = await fileOf("SELECT manifest_id AS id FROM roster_seal WHERE roster_id = $1", one.id);
  expect(told(await whileFlipped(id))).toEqual([
    `stored_file 牟定县 家政服务员（第1期） 封存清单：${UNREADABLE}`,
    "roster_seal 牟定县 家政服务员（第1期）：封存清单打不开或不见了",
  ]);
});

test("[R06] a changed name is named with its line, and with nobody's name", async () => {
  const found = await whileTampered(
    `UPDATE roster_line SET name = '张三' WHERE id = '${one.lineIds[1]}'`,
  );
  expect(told(found)).toEqual([
    "roster_line 牟定县 家政服务员（第1期） 第 2 号：与封存时不一致：name",
  ]);
  expect(found[0]?.row).toBe(one.lineIds[1]);
});

test("[R06] changed attendance, a changed result and a removed proof are each named", async () => {
  const [session = ""] = one.sessionIds;
  const [line = ""] = one.lineIds;
  const found = await whileTampered(
    `UPDATE attendance SET state = 'LEAVE' WHERE session_id = '${session}' AND line_id = '${line}'`,
    `UPDATE completion_result SET result = 'FAILED' WHERE line_id = '${line}'`,
    `DELETE FROM acknowledgement WHERE id = '${one.proofIds[3]}'`,
  );
  expect(told(found)).toEqual([
    "acknowledgement 牟定县 家政服务员（第1期） 第 2 号：封存时有，现在没有",
    "attendance 牟定县 家政服务员（第1期） 第 1 号：与封存时不一致：state",
    "completion_result 牟定县 家政服务员（第1期） 第 1 号：与封存时不一致：result",
  ]);
});

test("[R06] what came beside the seal to supervision, attendance and verification is named", async () => {
  const [session = ""] = one.sessionIds;
  const [line = ""] = one.lineIds;
  const [record = ""] = one.supervisionIds;
  const found = await whileTampered(
    `UPDATE supervision_record SET outside_reason = '补' WHERE id = '${record}'`,
    `INSERT INTO spot_check_person VALUES ('${record}', '${line}', '${COUNTY}', 'PRESENT')`,
    `INSERT INTO attendance_correction VALUES (gen_random_uuid(), '${session}', '${line}',
       '${COUNTY}', 'ABSENT', 'PRESENT', '补', gen_random_uuid(), now())`,
    `INSERT INTO verification_batch (id, roster_id, class_id, county_code, event, event_on, state,
         line_count, export_file_id, export_file_name, exported_by, exported_by_name, exported_at)
       VALUES (gen_random_uuid(), '${one.id}', '${one.classId}', '${COUNTY}', 'opening', now(),
         'sent', 0, (SELECT id FROM stored_file LIMIT 1), '', gen_random_uuid(), '', now())`,
  );
  const place = "牟定县 家政服务员（第1期）";
  expect(told(found)).toEqual([
    `verification_batch ${place}：封存后多出来的`,
    `attendance_correction ${place} 第 1 号：封存后多出来的`,
    `supervision_record ${place}：与封存时不一致：outsideReason`,
    `spot_check_person ${place} 第 1 号：封存后多出来的`,
  ]);
});

test("[R06] a removed line is named with what hung on it", async () => {
  const found = await whileTampered(`DELETE FROM roster_line WHERE id = '${one.lineIds[0]}'`);
  const tables = new Set(found.map(({ table }) => table));
  expect([...tables].sort()).toEqual([
    ...["acknowledgement", "attendance", "completion_result", "roster_line", "verification"],
  ]);
  expect(
    found.every(({ how: _, ...rest }: EvidenceProblem & { how?: string }) =>
      rest.place.endsWith("第 1 号"),
    ),
  ).toBe(true);
});

test("[R06] a removed seal is named by the roster and the trail", async () => {
  const found = await whileTampered(`DELETE FROM roster_seal WHERE roster_id = '${one.id}'`);
  expect(told(found)).toEqual(["roster 牟定县：名册已封存，但封存记录或其留痕不见了"]);
  expect(found[0]?.row).toBe(one.id);
  const undone = await whileTampered(
    `DELETE FROM roster_seal WHERE roster_id = '${one.id}'`,
    `UPDATE roster SET state = 'accepted' WHERE id = '${one.id}'`,
  );
  expect(undone.map(({ row }) => row)).toEqual([one.id]);
});

test("[R06] two seals that changed places are named", async () => {
  const found = await whileTampered(
    `UPDATE roster_seal SET roster_id = gen_random_uuid() WHERE roster_id = '${one.id}'`,
    `UPDATE roster_seal SET roster_id = '${one.id}' WHERE roster_id = '${other.id}'`,
  );
  expect(told(found)).toContain(
    "roster_seal 牟定县 家政服务员（第2期）：封存被移到了另一份花名册上",
  );
  expect(found.map(({ row }) => row)).toEqual(expect.arrayContaining([one.id, other.id]));
});

test("[R06] a removed entry of a file is named by what it belongs to", async () => {
  const fileId = await fileOf(
    "SELECT file_id AS id FROM media_item WHERE id = $1",
    one.mediaIds[0],
  );
  const found = await whileTampered(`DELETE FROM stored_file WHERE id = '${fileId}'`);
  expect(told(found)).toEqual([
    "stored_file 家政服务员（第1期） 2020-06-01：文件的登记不见了",
    "media_item 牟定县 家政服务员（第1期）：与封存时不一致：sha256",
  ]);
});

test("[R06] a changed event of the trail is named", async () => {
  const found = await whileTampered("UPDATE trail_event SET actor_name = '别人' WHERE seq = 2");
  expect(found).toEqual([
    expect.objectContaining({ table: "trail_event", row: "2", place: "操作留痕第 2 条" }),
  ]);
});
