import { afterAll, beforeAll, expect, test } from "vitest";
import { listAmendments } from "~/data/evidence/amendment-view.server";
import { checkSeal } from "~/data/evidence/seal-check.server";
import { platform } from "~/platform/platform.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { rotateKeys } from "~/usecases/access/rotate-keys.server";
import { reindexNumbers } from "~/usecases/access/reindex-numbers.server";
import { checkPrintedSeal } from "~/usecases/rosters/check-seal.server";
import { decideAmendment } from "~/usecases/rosters/decide-amendment.server";
import { proposeAmendment } from "~/usecases/rosters/propose-amendment.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import type { ReadyClass } from "#test/builders/sealed-class";
import { value } from "#test/db/rosters/support";
import {
  aSealedClass,
  COUNTY,
  NOW,
  officer,
  ready,
  reviewer,
  sealOf,
} from "#test/db/evidence/seal-support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const REASON = "核对身份证原件，号码 13800001111 登记有误";
let at: TestPlatform;
let one: ReadyClass;

beforeAll(async () => {
  at = await openTestPlatform();
  one = await aSealedClass();
});
afterAll(() => at.close());

const asked = (change: Partial<Parameters<typeof proposeAmendment>[1]> = {}) => ({
  ...{ rosterId: one.id, lineId: one.lineIds[0] ?? "", subject: "NAME", after: "普开梅" },
  reason: REASON,
  ...change,
});
const propose = (change: Parameters<typeof asked>[0] = {}, actor = officer) =>
  proposeAmendment(actor, asked(change), NOW);
const decide = (number: number, isApproved: boolean, note = "", actor = reviewer) =>
  decideAmendment(actor, { rosterId: one.id, number, isApproved, note }, NOW);

async function verdict() {
  const seal = await sealOf(one);
  if (seal === null) throw new Error("no seal");
  return inTransaction(officer, (tx) => checkSeal(tx, seal));
}

test("[R06] a change after the seal is proposed, decided by another, and the sealed line stays", async () => {
  const { number } = value(await propose());
  expect(await decide(number, true, "", { ...reviewer, userId: officer.userId })).toMatchObject({
    refusal: { kind: "ownWork" },
  });
  value(await decide(number, true));
  expect(await decide(number, false, "再看")).toMatchObject({ refusal: { kind: "decided" } });
  const [line] = await listAmendments(officer, one.id);
  expect(line).toMatchObject({ number, subject: "NAME", after: "普开梅", state: "approved" });
  expect(line?.reason).not.toContain("13800001111");
  expect(await verdict()).toEqual({ kind: "intact" });
  const seal = await sealOf(one);
  expect(await checkPrintedSeal(seal ?? { code: "", digest: "" }, "10.1.1.1", NOW)).toMatchObject({
    value: { isSame: true, isStillAsSealed: true, amendments: 1 },
  });
});

test("[R06] what was before is the last that was approved, and a number is never shown in full", async () => {
  const after = idNumberOf(COUNTY, "1988-03-04", 900);
  const first = value(await propose({ subject: "ID_NUMBER", after }));
  value(await decide(first.number, true));
  const again = idNumberOf(COUNTY, "1988-03-04", 901);
  value(await propose({ subject: "ID_NUMBER", after: again }));
  const [line] = await listAmendments(officer, one.id);
  expect(line?.before).toBe(`${after.slice(0, 6)}********${after.slice(-4)}`);
  expect(line?.after).toBe(`${again.slice(0, 6)}********${again.slice(-4)}`);
  const { rows } = await at.owner.query<{ all: string }>(
    "SELECT string_agg(a::text, ' ') AS all FROM roster_amendment a",
  );
  expect(rows[0]?.all).not.toContain(after);
});

test("a refusal needs its reason, and leaves the line as it is for the next proposal", async () => {
  const { number } = value(await propose({ subject: "ADDRESS", after: "新址一号" }));
  expect(await decide(number, false)).toMatchObject({ refusal: { kind: "noteMissing" } });
  value(await decide(number, false, "没有依据"));
  const [line] = await listAmendments(officer, one.id);
  expect(line).toMatchObject({ state: "refused", decisionNote: "没有依据" });
});

test.each<[string, Parameters<typeof propose>[0], string]>([
  ["no subject", { subject: "SIGNATURE" }, "subjectMissing"],
  ["a line of another roster", { lineId: "00000000-0000-7000-8000-000000000000" }, "lineMissing"],
  [
    "an ID number with a wrong check digit",
    { subject: "ID_NUMBER", after: "532323198803040019" },
    "wrongValue",
  ],
  ["an impossible telephone", { subject: "PHONE", after: "123" }, "wrongValue"],
  ["an unknown result", { subject: "RESULT", after: "优秀" }, "wrongValue"],
  ["what stands there already", { subject: "RESULT", after: "合格" }, "unchanged"],
  ["no reason", { subject: "OTHER", after: "补记", reason: " " }, "reasonMissing"],
])("%s is refused", async (_, change, kind) => {
  expect(await propose(change)).toMatchObject({ refusal: { kind } });
});

test("only a sealed roster is amended, and only by who may", async () => {
  const open = await ready();
  expect(await propose({ rosterId: open.id, lineId: open.lineIds[0] ?? "" })).toMatchObject({
    refusal: { kind: "notSealed" },
  });
  expect(await propose({}, reviewer)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await propose({}, anActor("caseOfficer", "530381"))).toMatchObject({
    refusal: { kind: "notFound" },
  });
});

test("[R06] new keys and a new index change neither the digest nor what the amendments say", async () => {
  const before = await listAmendments(officer, one.id);
  const { keyRing, filesDir, appUrl } = platform();
  await closePlatform();
  let ring: KeyRing = keyRing;
  const save = (next: KeyRing) => {
    ring = next;
  };
  const report = () => undefined;
  expect(
    await rotateKeys(at.owner, ring, { hasRestarted: false, save, report }, NOW),
  ).toMatchObject({ kind: "resealed" });
  const steps = { saveAside: save, putInPlace: report, report };
  value(await reindexNumbers(at.owner, ring, steps, NOW));
  openPlatform({ appUrl, filesDir, keyRing: ring, poolSize: 4 });
  expect(await verdict()).toEqual({ kind: "intact" });
  expect(await listAmendments(officer, one.id)).toEqual(before);
});
