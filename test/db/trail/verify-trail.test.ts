import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, afterEach, expect, test } from "vitest";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { listTrail } from "~/data/trail/trail-view.server";
import { TRAIL_ACTION_LABELS } from "~/domain/trail/labels";
import type { Anchor, Verdict } from "~/domain/trail/verdict";
import { platform } from "~/platform/platform.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { verifyTrail } from "~/usecases/trail/verify-trail.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const officer = anActor("caseOfficer", "532323", "普经办");
const auditor = anActor("auditor", "532300", "施审计");
const elsewhere = anActor("auditor", "530381", "白审计");
const TOP = { after: null, before: null };
const ALL = { action: "", actorName: "", subjectId: "", from: null, to: null };

let at: TestPlatform;

beforeEach(async () => {
  at = await openTestPlatform();
  for (let i = 1; i <= 6; i += 1) await leaveOne(i);
});
afterEach(() => at.close());
afterAll(() => undefined);

function leaveOne(i: number) {
  return inTransaction(officer, (tx) =>
    leaveTrail(tx, {
      at: new Date(Date.UTC(2020, 5, i, 16, 30, 0, 123)),
      actorId: officer.userId,
      actorName: officer.name,
      action: "people.revealNumber",
      subjectKind: "person",
      subjectId: `p${i}`,
      countyCode: i === 6 ? null : "532323",
      detail: { reason: `核对开户信息 ${i} 🀄` },
    }),
  );
}

/** As somebody with the server in his hands would: past the trigger that forbids it. */
async function tamper(...statements: string[]): Promise<void> {
  await at.owner.query("SET session_replication_role = replica");
  for (const statement of statements) await at.owner.query(statement);
  await at.owner.query("SET session_replication_role = DEFAULT");
}

async function anchored(): Promise<Anchor> {
  const verdict = await verifyTrail(at.owner, null);
  if (verdict.kind !== "intact") throw new Error("not intact to begin with");
  return verdict.last;
}

const broken = (seq: number, how: string) => ({ kind: "broken", seq, how }) as Verdict;

test("[R06] an untouched trail is intact, with and without an anchor written earlier", async () => {
  const anchor = await anchored();
  expect(anchor.seq).toBe(6);
  await leaveOne(7);
  expect(await verifyTrail(at.owner, anchor)).toMatchObject({ kind: "intact", count: 7 });
});

test("[R06] an edited event is named as altered", async () => {
  await tamper(`UPDATE trail_event SET detail = '{"reason":"别的"}' WHERE seq = 3`);
  expect(await verifyTrail(at.owner, null)).toEqual(broken(3, "altered"));
});

test("[R06] an event moved to another minute is named as altered", async () => {
  await tamper("UPDATE trail_event SET at = at + interval '1 microsecond' WHERE seq = 6");
  expect(await verifyTrail(at.owner, null)).toEqual(broken(6, "altered"));
});

test("[R06] an event deleted in the middle is named as missing", async () => {
  await tamper("DELETE FROM trail_event WHERE seq = 4");
  expect(await verifyTrail(at.owner, null)).toEqual(broken(4, "missing"));
});

test("[R06] two events exchanged, hashed anew each for itself, are named as out of order", async () => {
  await tamper(
    "UPDATE trail_event SET seq = 100 WHERE seq = 3",
    "UPDATE trail_event SET seq = 3 WHERE seq = 4",
    "UPDATE trail_event SET seq = 4 WHERE seq = 100",
  );
  expect(await verifyTrail(at.owner, null)).toMatchObject({ kind: "broken", seq: 3 });
  await tamper(rehash("seq IN (3, 4)"));
  expect(await verifyTrail(at.owner, null)).toEqual(broken(3, "order"));
});

test("[R06] a cut-off tail is found by the head, and with a rewritten head by the anchor", async () => {
  const anchor = await anchored();
  await tamper("DELETE FROM trail_event WHERE seq > 4");
  expect(await verifyTrail(at.owner, null)).toEqual(broken(5, "truncated"));
  await tamper(
    "UPDATE trail_head SET seq = 4, hash = (SELECT hash FROM trail_event WHERE seq = 4)",
  );
  expect(await verifyTrail(at.owner, null)).toMatchObject({ kind: "intact", count: 4 });
  expect(await verifyTrail(at.owner, anchor)).toEqual(broken(5, "truncated"));
});

test("[R06] a chain written anew from some point on is found by the anchor", async () => {
  const anchor = await anchored();
  await tamper("UPDATE trail_event SET actor_name = '别人' WHERE seq = 5");
  for (const seq of [5, 6]) {
    await tamper(
      `UPDATE trail_event SET previous_hash = (SELECT hash FROM trail_event p WHERE p.seq = ${seq - 1}) WHERE seq = ${seq}`,
      rehash(`seq = ${seq}`),
    );
  }
  await tamper("UPDATE trail_head SET hash = (SELECT hash FROM trail_event WHERE seq = 6)");
  expect(await verifyTrail(at.owner, null)).toMatchObject({ kind: "intact" });
  expect(await verifyTrail(at.owner, anchor)).toEqual(broken(6, "rewritten"));
});

/** The forger works out the hash of the changed content over the previous hash that stands in the row. */
function rehash(where: string): string {
  return `UPDATE trail_event SET hash = sha256(previous_hash || convert_to(
    trail_field(seq::text) || trail_field(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))
    || trail_field(actor_id::text) || trail_field(actor_name) || trail_field(action)
    || trail_field(subject_kind) || trail_field(subject_id) || trail_field(county_code)
    || trail_field(detail), 'UTF8')) WHERE ${where}`;
}

test.each([
  "UPDATE trail_event SET detail = ''",
  "DELETE FROM trail_event",
  "TRUNCATE trail_event",
])("[R06] the application's role cannot %s, nor touch the head", async (statement) => {
  await expect(platform().pool.query(statement)).rejects.toThrow(/permission denied/);
  await expect(platform().pool.query("UPDATE trail_head SET seq = 0")).rejects.toThrow(
    /permission denied/,
  );
  await expect(at.owner.query(statement)).rejects.toThrow(/append-only/);
});

test("the auditor of the region reads the events as sentences, page by page; another region's sees none", async () => {
  const page = await listTrail(auditor, ALL, TOP, 2);
  expect(page.rows.map((row) => row.seq)).toEqual(["5", "4"]);
  expect(page.rows[0]).toMatchObject({
    actorName: "普经办",
    action: "查看完整号码",
    detail: "理由：核对开户信息 5 🀄",
  });
  const next = await listTrail(auditor, ALL, { after: page.after, before: null }, 2);
  expect(next.rows.map((row) => row.seq)).toEqual(["3", "2"]);
  const back = await listTrail(auditor, ALL, { after: null, before: next.before }, 2);
  expect(back.rows).toEqual(page.rows);
  expect((await listTrail(elsewhere, ALL, TOP, 50)).rows).toEqual([]);
});

test("the trail is narrowed by actor, subject and day in China", async () => {
  // 16:30 UTC on the 3rd is 00:30 on the 4th in China.
  const one = { ...ALL, from: "2020-06-04", to: "2020-06-04" };
  expect((await listTrail(auditor, one, TOP, 50)).rows.map((row) => row.subjectId)).toEqual(["p3"]);
  expect((await listTrail(auditor, { ...ALL, subjectId: "p2" }, TOP, 50)).rows).toHaveLength(1);
  expect((await listTrail(auditor, { ...ALL, actorName: "施" }, TOP, 50)).rows).toHaveLength(0);
  expect((await listTrail(auditor, { ...ALL, actorName: "普" }, TOP, 50)).rows).toHaveLength(5);
});

test("every action that the use cases leave has a Chinese label", () => {
  const root = path.resolve("app/usecases");
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(path.join(root, name), "utf8"));
  const actions = sources.flatMap((text) =>
    [...text.matchAll(/(?:action:|const ACTION =)([^,;]*)/g)].flatMap(([, value]) =>
      [...(value ?? "").matchAll(/"([a-z][A-Za-z]*\.[A-Za-z]+)"/g)].map(([, name]) => name ?? ""),
    ),
  );
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((action) => !(action in TRAIL_ACTION_LABELS))).toEqual([]);
});
