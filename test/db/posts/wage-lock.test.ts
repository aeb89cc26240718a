import { afterAll, beforeAll, expect, test } from "vitest";
import { connectPrisma, type Db } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { createSigningLinks } from "~/usecases/evidence/create-signing-links.server";
import { lookAtLink } from "~/usecases/evidence/open-signing-link.server";
import { uploadScans } from "~/usecases/evidence/upload-scans.server";
import { verifyEvidence } from "~/usecases/evidence/verify-evidence.server";
import { voidSignature } from "~/usecases/evidence/void-signature.server";
import { lockWageSheet } from "~/usecases/posts/lock-wage-sheet.server";
import { printWageRoster } from "~/usecases/posts/print-wage-roster.server";
import { checkPrintedSeal } from "~/usecases/rosters/check-seal.server";
import { anActor } from "#test/builders/actor";
import { linkFor, signOnPhone } from "#test/builders/signing";
import {
  approveWageSheet,
  buildWageSheet,
  payWages,
  type BuiltWageSheet,
} from "#test/builders/wage-sheet";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532324";
const NOW = new Date("2020-06-08T02:00:00Z");
const officer = anActor("caseOfficer", COUNTY, "李秀兰");
const reviewer = anActor("reviewer", COUNTY, "审核甲");
const finance = anActor("finance", COUNTY, "财务甲");

let at: TestPlatform;
let db: Db;

beforeAll(async () => {
  at = await openTestPlatform();
  db = connectPrisma(at.ownerUrl, 1);
});
afterAll(async () => {
  await db.$disconnect();
  await at.close();
});

interface Approved {
  readonly sheet: BuiltWageSheet;
  readonly rosterId: string;
}

async function approved(...names: string[]): Promise<Approved> {
  const sheet = await buildWageSheet(at.owner, officer, names);
  return { sheet, rosterId: await approveWageSheet(reviewer, sheet, NOW) };
}

/** Paid, and signed for on everybody's own phone. */
async function whole(...names: string[]): Promise<Approved> {
  const one = await approved(...names);
  await payWages(finance, one.sheet, NOW);
  for (const { id } of one.sheet.lines) {
    await signOnPhone(officer, { rosterId: one.rosterId, lineId: id }, NOW);
  }
  return one;
}

const lock = ({ sheet }: Approved, by = reviewer, version = 1) =>
  lockWageSheet(by, { sheetId: sheet.id, version }, NOW);

async function sealOf({ rosterId }: Approved) {
  const { rows } = await at.owner.query<{ code: string; digest: string; label: string }>(
    "SELECT code, encode(digest, 'hex') AS digest, label FROM roster_seal WHERE roster_id = $1",
    [rosterId],
  );
  return rows[0] ?? { code: "", digest: "", label: "" };
}

test("[R05] a month is not locked while one is unpaid or one has not signed, and the names are told", async () => {
  const one = await approved("杨木犀", "杨山茶");
  await payWages(finance, one.sheet, NOW, one.sheet.lines.slice(0, 1));
  expect(await lock(one)).toMatchObject({
    refusal: { kind: "incomplete", unpaid: ["杨山茶"], unsigned: ["杨木犀", "杨山茶"] },
  });
  await payWages(finance, one.sheet, NOW, one.sheet.lines.slice(1));
  const lineId = one.sheet.lines[0]?.id ?? "";
  await signOnPhone(officer, { rosterId: one.rosterId, lineId }, NOW);
  expect(await lock(one)).toMatchObject({
    refusal: { kind: "incomplete", unpaid: [], unsigned: ["杨山茶"] },
  });
  const missing = { rosterId: one.rosterId, lineId: one.sheet.lines[1]?.id ?? "" };
  await signOnPhone(officer, missing, NOW);
  expect(await lock(one)).toMatchObject({ ok: true, value: { headcount: 2 } });
});

test("[R05] a locked month is sealed: anybody can check it, and its copy carries code and digest", async () => {
  const one = await whole("杨木犀");
  expect(await lock(one)).toMatchObject({ ok: true });
  const seal = await sealOf(one);
  const answer = await checkPrintedSeal(seal, "10.0.0.1", NOW);
  expect(answer).toMatchObject({
    value: {
      isSame: true,
      isStillAsSealed: true,
      headcount: 1,
      amendments: null,
      label: seal.label,
    },
  });
  expect(seal.label).toMatch(/^2020年5月公共服务岗位工资表（\d+）$/);
  const printed = await printWageRoster(officer, { ...one, purpose: "存档" }, NOW);
  expect(printed).toMatchObject({
    value: {
      notForSigning: "sealed",
      signing: null,
      sheet: { seal: { code: seal.code, digest: seal.digest } },
      lines: [{ receipt: "本人手机签字" }],
    },
  });
});

test("nothing of a locked month changes: no link, no scan, no voiding, no second lock", async () => {
  const one = await whole("杨木犀");
  const lineId = one.sheet.lines[0]?.id ?? "";
  const line = { rosterId: one.rosterId, lineId };
  const again = await linkFor(officer, line, NOW);
  expect(await lock(one)).toMatchObject({ ok: true });
  const locked = { refusal: { kind: "locked" } };
  expect((await lookAtLink(again, NOW)).open).toBeNull();
  expect(await createSigningLinks(officer, { ...line, way: "screen" }, NOW)).toMatchObject(locked);
  expect(await uploadScans(officer, { ...one, files: [], refused: [] }, NOW)).toMatchObject(locked);
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM acknowledgement WHERE line_id = $1",
    [lineId],
  );
  const voiding = { ...line, acknowledgementId: rows[0]?.id ?? "", reason: "签错了" };
  expect(await voidSignature(officer, voiding, NOW)).toMatchObject(locked);
  expect(await lock(one, reviewer, 2)).toMatchObject({
    refusal: { kind: "wrongState", state: "locked" },
  });
  await expect(
    inTransaction(officer, (tx) =>
      tx.acknowledgement.updateMany({ where: { lineId }, data: { voidedAt: NOW } }),
    ),
  ).rejects.toThrow();
});

test("who wrote the sheet, sent the money or took down a signature does not lock it, nor somebody without the right", async () => {
  const one = await whole("杨木犀");
  expect(await lock(one, officer)).toMatchObject({ refusal: { kind: "forbidden" } });
  const other = anActor("reviewer", "532323");
  expect(await lock(one, other)).toMatchObject({ refusal: { kind: "notFound" } });
  const both = { ...reviewer, userId: finance.userId };
  expect(await lock(one, both)).toMatchObject({ refusal: { kind: "ownWork" } });
  expect(await lock(one, { ...reviewer, userId: officer.userId })).toMatchObject({
    refusal: { kind: "ownWork" },
  });
  expect(await lock(one, reviewer, 7)).toMatchObject({ refusal: { kind: "changedByOthers" } });
  expect(await lock(one)).toMatchObject({ ok: true });
});

test("two who lock at once lock once", async () => {
  const one = await whole("杨木犀");
  const outcomes = await Promise.all([lock(one), lock(one)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test("npm run verify works the seal of a month out anew and names the row that was changed", async () => {
  const problems = async () => (await verifyEvidence({ db, client: at.owner })).problems;
  const one = await whole("杨木犀", "杨山茶");
  expect(await lock(one)).toMatchObject({ ok: true });
  expect(await problems()).toEqual([]);
  const [first] = one.sheet.lines;
  const changes = [
    ["wage_line", "id", first?.id, { due_fen: 1, pay_fen: 1 }, "dueFen、payFen"],
    ["wage_line", "id", first?.id, { paid_on: "2020-07-01" }, "paidOn"],
    ["post_attendance", "appointment_id", first?.appointmentId, { note: "改" }, "note"],
    ["wage_sheet", "id", one.sheet.id, { title: "改" }, "title"],
  ] as const;
  for (const [table, key, row, change, fields] of changes) {
    const set = Object.keys(change).map((column, index) => `${column} = $${index + 2}`);
    const statement = `UPDATE ${table} SET ${set.join(", ")} WHERE ${key} = $1`;
    const columns = Object.keys(change).map((column) => `${column}::text`);
    const select = `SELECT ${columns.join(", ")} FROM ${table} WHERE ${key} = $1`;
    const kept = await at.owner.query<Record<string, string>>(select, [row]);
    await tamper(statement, [row, ...Object.values(change)]);
    expect(await problems()).toMatchObject([{ table, message: `与封存时不一致：${fields}` }]);
    await tamper(statement, [row, ...Object.values(kept.rows[0] ?? {})]);
  }
  expect(await problems()).toEqual([]);
  await tamper("DELETE FROM roster_seal WHERE roster_id = $1", [one.rosterId]);
  expect(await problems()).toMatchObject([{ table: "roster", row: one.rosterId }]);
});

/** Past every trigger, as somebody with the database in his hands would. */
async function tamper(statement: string, values: readonly unknown[]) {
  await at.owner.query("BEGIN; SET LOCAL session_replication_role = replica");
  await at.owner.query(statement, [...values]);
  await at.owner.query("COMMIT");
}
