import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { log } from "~/platform/log.server";
import { platform } from "~/platform/platform.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import * as homePage from "~/routes/home/home";
import * as peoplePage from "~/routes/people/people";
import * as personPage from "~/routes/people/person";
import * as revealPage from "~/routes/people/reveal";
import * as registryPage from "~/routes/registry/snapshot";
import * as columnsPage from "~/routes/rosters/import-columns";
import * as changesPage from "~/routes/rosters/import-changes";
import * as importPage from "~/routes/rosters/import";
import * as listPage from "~/routes/rosters/list";
import * as removePage from "~/routes/rosters/remove-line";
import * as rosterPage from "~/routes/rosters/roster";
import * as trailPage from "~/routes/trail/trail";
import { uploadRegistry } from "~/usecases/registry/upload-registry.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { asCsv, exportRow } from "#test/builders/registry-export";
import { buildClass } from "#test/builders/roster";
import { AT, received, twoEditions, value, workOff } from "#test/routes/support/two-editions";
import { aVisitor, visit, type RouteModule, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

// Canaries fly through the main job; afterwards none may sit in the clear anywhere but on the pages made to show it.

const COUNTY = "532323";
const NAME = "金丝雀";
const NUMBER = idNumberOf(COUNTY, "1987-06-05", 437);
const PHONE = "18987654321";
/** Refused for its check digit, and somebody's all the same. */
const BROKEN = NUMBER.slice(0, 17) + (NUMBER.endsWith("1") ? "2" : "1");
/** The old form, and one that a spreadsheet has cut. */
const OLD = `532323${"870605437"}`;
const OTHER_PHONE = "17712349876";
const CANARIES = [NUMBER, BROKEN, OLD, PHONE, OTHER_PHONE];

let at: TestPlatform;
let officer: Visitor;
let auditor: Visitor;
let rosterId = "";
let importId = "";
let snapshotId = "";
const realWrite = fs.writeSync;
const logged: string[] = [];
const shown: string[] = [];

beforeAll(async () => {
  Object.assign(fs, { writeSync: recording });
  at = await openTestPlatform();
  officer = await aVisitor("caseOfficer", COUNTY);
  auditor = await aVisitor("auditor", COUNTY);
  await mainJob();
});
afterAll(async () => {
  Object.assign(fs, { writeSync: realWrite });
  await at.close();
});

/** What the product logs goes to standard output this way. */
function recording(...given: readonly unknown[]): number {
  const [to, what] = given;
  if (to !== 1) return Reflect.apply(realWrite, fs, given) as number;
  logged.push(String(what));
  return Buffer.byteLength(String(what));
}

async function mainJob(): Promise<void> {
  const actor = { ...anActor("caseOfficer", COUNTY), userId: officer.userId };
  const entry = exportRow({ name: NAME, idCardNumber: NUMBER });
  const bad = exportRow({ name: "金坏号", idCardNumber: BROKEN });
  const file = await received(Buffer.from(asCsv([entry, bad])), "导出.csv");
  snapshotId = value(
    await uploadRegistry(actor, { regionCode: COUNTY, exportedOn: null, file }, AT),
  );
  await workOff();
  const classId = await inTransaction(actor, (tx) =>
    buildClass(tx, { countyCode: COUNTY, createdBy: actor.userId }),
  );
  const cells = { sex: "女", ethnicity: "彝族", address: "共和镇", phone: PHONE };
  importId = await twoEditions(actor, classId, [
    {
      ...cells,
      sequence: "1",
      name: NAME,
      idCardNumber: ` ${NUMBER.slice(0, 6)} ${NUMBER.slice(6)}`,
    },
    { ...cells, sequence: "2", name: NAME, idCardNumber: NUMBER, note: `原号 ${OLD}` },
    { ...cells, sequence: "3", name: "金坏号", idCardNumber: BROKEN },
    { ...cells, sequence: "4", name: "金旧号", idCardNumber: OLD, phone: OTHER_PHONE },
    {
      ...cells,
      sequence: "5",
      name: "金坏机",
      idCardNumber: idNumberOf(COUNTY, "1988-01-01", 1),
      phone: `${OTHER_PHONE}9`,
    },
  ]);
  await look(importPage, "/rosters/imports/:importId", `/rosters/imports/${importId}?show=all`);
  await look(importPage, "/rosters/imports/:importId", `/rosters/imports/${importId}?show=refused`);
  await look(
    columnsPage,
    "/rosters/imports/:importId/columns",
    `/rosters/imports/${importId}/columns`,
  );
  await look(
    changesPage,
    "/rosters/imports/:importId/changes",
    `/rosters/imports/${importId}/changes`,
  );
  const importForm = (form: Record<string, string>) =>
    visit(importPage, "/rosters/imports/:importId", `/rosters/imports/${importId}`, officer, form);
  await importForm({
    intent: "correct",
    "cell.5.idCardNumber": BROKEN,
    "cell.5.phone": OTHER_PHONE,
  });
  await importForm({ intent: "commitGood" });
  await workOff();
  const { rows } = await at.owner.query<{ id: string }>("SELECT id FROM roster");
  rosterId = rows[0]?.id ?? "";
  // The same person with another phone: the difference is kept until it is decided.
  const differing = [
    { ...cells, sequence: "1", name: NAME, idCardNumber: NUMBER, phone: OTHER_PHONE },
  ];
  const other = await twoEditions(actor, classId, [...differing, ...differing]);
  await look(importPage, "/rosters/imports/:importId", `/rosters/imports/${other}?show=differs`);
}

async function look(
  page: RouteModule,
  pattern: string,
  address: string,
  who = officer,
): Promise<string> {
  const { html, status } = await visit(page, pattern, address, who);
  expect([address, status]).toEqual([address, 200]);
  shown.push(html);
  return html;
}

/** A text as it may lie in bytes: plain, reversed, UTF-16, hexadecimal, base64 at each of its three phases. */
function formsOf(text: string): Buffer[] {
  const plain = Buffer.from(text);
  const wide = Buffer.from(text, "utf16le");
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), plain]).toString("base64");
    return encoded.slice(
      before === 0 ? 0 : before + 1,
      Math.floor(((before + plain.length) * 8) / 6),
    );
  });
  const hex = [plain, wide].map((bytes) => bytes.toString("hex"));
  const texts = [
    [...text].reverse().join(""),
    ...hex,
    ...hex.map((one) => one.toUpperCase()),
    ...base64,
  ];
  return [plain, wide, Buffer.from(wide).swap16(), ...texts.map((one) => Buffer.from(one))];
}

function canariesIn(bytes: Buffer): string[] {
  return CANARIES.filter((canary) => formsOf(canary).some((form) => bytes.includes(form)));
}

/** Every row of every table, as text; bytea as hexadecimal. */
async function wholeDatabase(): Promise<Buffer> {
  const { rows: tables } = await at.owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await at.owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return Buffer.from(texts.join("\n"));
}

test("the search for canaries finds them in every disguise", () => {
  for (const before of ["", "a", "ab", "abc"]) {
    const text = `${before}${NUMBER}x`;
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(text, "utf16le"),
      Buffer.from(Buffer.from(text).toString("base64")),
      Buffer.from(Buffer.from(text).toString("hex")),
    ]) {
      expect(canariesIn(bytes)).toContain(NUMBER);
    }
  }
  expect(canariesIn(Buffer.from(`${NUMBER.slice(0, 6)}********${NUMBER.slice(-4)}`))).toEqual([]);
});

test("[R02] no page of the main job shows a number in full, but the one that was asked to with a reason", async () => {
  const { rows } = await at.owner.query<{ personId: string; lineId: string }>(
    `SELECT person_id AS "personId", id AS "lineId" FROM roster_line WHERE name = $1`,
    [NAME],
  );
  const { personId = "", lineId = "" } = rows[0] ?? {};
  await look(rosterPage, "/rosters/:rosterId", `/rosters/${rosterId}`);
  await look(listPage, "/rosters", `/rosters?q=${encodeURIComponent(NAME)}`);
  await look(peoplePage, "/people", "/people");
  await look(personPage, "/people/:id", `/people/${personId}`);
  await look(revealPage, "/people/:id/reveal", `/people/${personId}/reveal`);
  await look(registryPage, "/registry/:id", `/registry/${snapshotId}`);
  await look(homePage, "/", "/");
  const reason = `核对 ${NUMBER} 的开户信息，电话 ${PHONE}`;
  const reveal = { reason };
  const full = await visit(
    revealPage,
    "/people/:id/reveal",
    `/people/${personId}/reveal`,
    officer,
    reveal,
  );
  expect(full.html).toContain(NUMBER);
  const remove = "/rosters/:rosterId/lines/:lineId/remove";
  const line = `/rosters/${rosterId}/lines/${lineId}/remove`;
  expect((await visit(removePage, remove, line, officer, { reason })).status).toBe(302);
  await look(rosterPage, "/rosters/:rosterId", `/rosters/${rosterId}`);
  await look(trailPage, "/trail", "/trail", auditor);
  for (const find of [NUMBER, PHONE, BROKEN, OLD]) {
    const found = await visit(listPage, "/rosters", "/rosters", officer, { find });
    shown.push(found.html, found.location ?? "");
    const entry = await visit(registryPage, "/registry/:id", `/registry/${snapshotId}`, officer, {
      q: find,
    });
    shown.push(entry.html, entry.location ?? "");
  }
  const all = shown.join("\n");
  expect(all).toContain(NAME);
  expect(all).toContain(`${NUMBER.slice(0, 6)}********${NUMBER.slice(-4)}`);
  expect(canariesIn(Buffer.from(all))).toEqual([]);
});

test("a form that was interrupted with a number in it is kept sealed", async () => {
  await at.owner.query("UPDATE session SET ended_at = now() WHERE user_id = $1", [officer.userId]);
  const { location } = await visit(peoplePage, "/people", "/people", officer, { q: NUMBER });
  expect(location).toMatch(/^\/sign-in\?to=%2Fpeople&draft=[0-9a-f-]{36}$/);
  const { rows } = await at.owner.query("SELECT id FROM form_draft");
  expect(rows).toHaveLength(1);
});

test("no number lies in the clear in any table", async () => {
  const dump = await wholeDatabase();
  expect(dump.includes(NAME)).toBe(true);
  expect(canariesIn(dump)).toEqual([]);
});

test("no number lies in the clear in any file", () => {
  const { filesDir } = platform();
  const files = fs
    .readdirSync(filesDir, { recursive: true, encoding: "utf8" })
    .map((file) => path.join(filesDir, file))
    .filter((file) => fs.statSync(file).isFile());
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const file of files) {
    expect([file, canariesIn(fs.readFileSync(file))]).toEqual([file, []]);
    expect(canariesIn(Buffer.from(file))).toEqual([]);
  }
});

test("an error that quotes a number is logged without it", async () => {
  const scope = { userId: officer.userId, counties: [COUNTY] };
  const failing = [
    () => inTransaction(scope, (tx) => tx.$queryRaw`SELECT ${NUMBER}::uuid`),
    () => platform().pool.query("SELECT $1::date", [PHONE]),
    () => platform().pool.query("SELECT $1::uuid", [OLD]),
  ];
  for (const fail of failing) {
    const error: unknown = await fail().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).not.toBeNull();
    log.error({ err: error, typed: { q: NUMBER, phone: PHONE } }, "failed");
  }
  const text = logged.join("");
  expect(text.match(/"msg":"failed"/g)).toHaveLength(3);
  expect(text).toContain("********");
  expect(canariesIn(Buffer.from(text))).toEqual([]);
});
