import { afterAll, beforeAll, expect, test } from "vitest";
import { listLineProofs } from "~/data/evidence/proof-standing.server";
import { readScanFacts } from "~/data/evidence/scan-facts.server";
import { listCells } from "~/data/evidence/scan-store.server";
import { expectedPages } from "~/domain/evidence/page-coverage";
import { formatPageCode } from "~/domain/rosters/page-code";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { decideCells } from "~/usecases/evidence/decide-cells.server";
import { placeScan } from "~/usecases/evidence/place-scan.server";
import { setAsideScan } from "~/usecases/evidence/set-aside-scan.server";
import { removeLine } from "~/usecases/rosters/remove-line.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import {
  buildPrint,
  confirmClear,
  signedScan,
  upload,
  uploadAndRead,
  type BuiltPrint,
} from "#test/builders/scans";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-20T02:00:00Z");
const LATER = new Date("2020-06-21T02:00:00Z");

let at: TestPlatform;
let serial = 0;
const officer = anActor("caseOfficer", COUNTY, "经办甲");

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

async function aRoster(headcount: number, actor = officer) {
  const county = actor.counties[0] ?? COUNTY;
  const trainees = Array.from({ length: headcount }, (_, index) => ({
    name: `学员${String.fromCharCode(0x4e00 + index)}`,
    idCardNumber: idNumberOf(county, "1990-01-01", (serial += 1)),
  }));
  const facts = { countyCode: county, createdBy: actor.userId, trainees };
  const roster = await inTransaction(actor, (tx) => buildRoster(tx, facts));
  return { ...roster, print: await buildPrint(actor, roster.id, NOW) };
}

const factsOf = (rosterId: string) => inTransaction(officer, (tx) => readScanFacts(tx, rosterId));
const cellsOf = (pageId: string) => inTransaction(officer, (tx) => listCells(tx, pageId));
const proofsOf = (rosterId: string) => inTransaction(officer, (tx) => listLineProofs(tx, rosterId));

async function standings(rosterId: string) {
  const { pages, standings: found } = await factsOf(rosterId);
  return pages.map((page) => ({ page, standing: found.get(page.id) }));
}

async function onlyPage(rosterId: string) {
  const [one, ...others] = await standings(rosterId);
  if (one === undefined || others.length > 0) throw new Error("not one page");
  return one.page;
}

async function change(lineId: string) {
  await at.owner.query("UPDATE roster_line SET address = address || '改' WHERE id = $1", [lineId]);
}

const ask = (rosterId: string, pageId: string, version: number) => ({ rosterId, pageId, version });

test("[R02] shuffled and turned pages find their place, blanks are proposed missing, nothing goes to a wrong line", async () => {
  const { id, lineIds, print } = await aRoster(23);
  const scans = [
    await signedScan(print, { page: 3, blank: ["2/FINGERPRINT"], distortion: { turn: 180 } }),
    await signedScan(print, { page: 1, blank: ["4/SIGNATURE"], distortion: { turn: 91 } }),
    await signedScan(print, { page: 2, distortion: { turn: -88, noise: 6, shadow: 0.2 } }),
  ];
  await uploadAndRead(officer, id, scans, NOW);
  const found = await standings(id);
  expect(found.map(({ page, standing }) => [page.pageNo, standing?.kind])).toEqual([
    [3, "placed"],
    [1, "placed"],
    [2, "placed"],
  ]);
  const blanks = [];
  for (const { page } of found) {
    for (const cell of await cellsOf(page.id)) {
      // Each cell hangs on the line that stands in that row of the paper.
      expect(cell.lineId).toBe(lineIds[((page.pageNo ?? 0) - 1) * 10 + cell.rowNo - 1]);
      if (cell.proposed === "blank") blanks.push([cell.lineId, cell.element]);
    }
  }
  expect(blanks).toEqual([
    [lineIds[21], "FINGERPRINT"],
    [lineIds[3], "SIGNATURE"],
  ]);
  expect(await confirmClear(officer, id, LATER)).toBe(46);
  const proofs = await proofsOf(id);
  expect(proofs.filter(({ signature }) => signature === null).map((one) => one.lineId)).toEqual([
    lineIds[3],
  ]);
  expect(proofs.filter(({ fingerprint }) => fingerprint === null).map((o) => o.lineId)).toEqual([
    lineIds[21],
  ]);
  expect(proofs[0]?.signature).toMatchObject({ method: "paper", lineVersion: 1, givenAt: NOW });
});

test("[R02] a missing page, a page of another class, one of another county and one nobody printed are each named", async () => {
  const { id, print } = await aRoster(21);
  const sister = await aRoster(2);
  const foreign = await aRoster(2, anActor("caseOfficer", "530381"));
  const unknown: BuiltPrint = { ...print, code: "0123456789" };
  const scans = await Promise.all(
    [print, sister.print, foreign.print, unknown].map((of) => signedScan(of, { page: 1 })),
  );
  await uploadAndRead(officer, id, scans, NOW);
  const found = await standings(id);
  expect(found.map(({ page, standing }) => [standing?.kind, page.printId])).toEqual([
    ["placed", print.id],
    ["otherRoster", sister.print.id],
    ["otherRoster", null],
    ["unknownPrint", null],
  ]);
  const facts = await factsOf(id);
  const expected = expectedPages(facts.prints, facts.pages, facts.standings, facts.lines);
  expect(expected.map(({ name, state }) => [name, state])).toEqual([
    ["第 1 页（1–10 号）", "received"],
    ["第 2 页（11–20 号）", "missing"],
    ["第 3 页（21 号）", "missing"],
  ]);
  expect(expected[2]?.uncovered.map(({ number }) => number)).toEqual([21]);
  // Nothing of a foreign page is taken for anybody.
  await confirmClear(officer, id, NOW);
  expect((await proofsOf(id)).filter(({ signature }) => signature !== null)).toHaveLength(10);
  expect((await proofsOf(sister.id)).every(({ signature }) => signature === null)).toBe(true);
});

test("[R02] an outdated printing names the lines that must be signed again, and the others are taken", async () => {
  const { id, lineIds, print } = await aRoster(4);
  await change(lineIds[1] ?? "");
  const gone = { rosterId: id, lineId: lineIds[2] ?? "", reason: "未到课" };
  await removeLine(officer, gone, NOW);
  await uploadAndRead(officer, id, [await signedScan(print, { page: 1 })], NOW);
  const page = await onlyPage(id);
  const { standings: found } = await factsOf(id);
  expect(found.get(page.id)).toMatchObject({
    kind: "outdatedPrint",
    changed: [{ lineId: lineIds[1] }, { lineId: lineIds[2] }],
  });
  const cells = [{ lineId: lineIds[1] ?? "", element: "SIGNATURE", decision: "present" }] as const;
  const forced = await decideCells(officer, { ...ask(id, page.id, page.version), cells }, NOW);
  expect(forced).toMatchObject({ refusal: { kind: "lineChanged", names: ["学员丁"] } });
  expect(await confirmClear(officer, id, NOW)).toBe(4);
  const taken = (await proofsOf(id)).map(({ lineId, signature }) => [lineId, signature !== null]);
  expect(taken).toEqual([
    [lineIds[0], true],
    [lineIds[1], false],
    [lineIds[3], true],
  ]);
});

test("a page of an older printing holds as long as its own lines stand", async () => {
  const { id, lineIds, print } = await aRoster(12);
  await change(lineIds[11] ?? "");
  const second = await buildPrint(officer, id, LATER);
  await uploadAndRead(officer, id, [await signedScan(print, { page: 1 })], NOW);
  const page = await onlyPage(id);
  const facts = await factsOf(id);
  expect(facts.standings.get(page.id)).toEqual({ kind: "placedOlderPrint", printNo: 1 });
  const expected = expectedPages(facts.prints, facts.pages, facts.standings, facts.lines);
  expect(expected.map(({ state }) => state)).toEqual(["byOlder", "missing"]);
  expect(second.printNo).toBe(2);
});

test("[R02] a proof lapses when its line changes afterwards", async () => {
  const { id, lineIds, print } = await aRoster(2);
  await uploadAndRead(officer, id, [await signedScan(print, { page: 1 })], NOW);
  await confirmClear(officer, id, NOW);
  await change(lineIds[0] ?? "");
  const [first, second] = await proofsOf(id);
  expect([first?.signature, first?.fingerprint]).toEqual([null, null]);
  expect(second?.signature).not.toBeNull();
});

test("a decision is changed with a reason only, and the proof is voided with it", async () => {
  const { id, lineIds, print } = await aRoster(2);
  await uploadAndRead(officer, id, [await signedScan(print, { page: 1 })], NOW);
  await confirmClear(officer, id, NOW);
  const page = await onlyPage(id);
  const cells = [{ lineId: lineIds[0] ?? "", element: "SIGNATURE", decision: "missing" }] as const;
  const asked = { ...ask(id, page.id, page.version), cells };
  expect(await decideCells(officer, asked, LATER)).toMatchObject({
    refusal: { kind: "reasonMissing" },
  });
  expect(await decideCells(officer, { ...asked, reason: "签的是别人的名字" }, LATER)).toEqual({
    ok: true,
    value: 1,
  });
  expect((await proofsOf(id))[0]?.signature).toBeNull();
  const { rows } = await at.owner.query(
    "SELECT void_reason FROM acknowledgement WHERE line_id = $1 AND voided_at IS NOT NULL",
    [lineIds[0]],
  );
  expect(rows).toEqual([{ void_reason: "签的是别人的名字" }]);
  // The page has moved on: what was open before is not saved over it.
  expect(await decideCells(officer, { ...asked, reason: "再改" }, LATER)).toMatchObject({
    refusal: { kind: "nothingChosen" },
  });
  const back = [{ ...cells[0], decision: "present" }] as const;
  const stale = { ...asked, cells: back, reason: "看错了" };
  expect(await decideCells(officer, stale, LATER)).toMatchObject({
    refusal: { kind: "changedByOthers" },
  });
  expect(await decideCells(officer, { ...stale, version: page.version + 1 }, LATER)).toMatchObject({
    ok: true,
  });
  expect((await proofsOf(id))[0]?.signature).not.toBeNull();
});

test("of two officers at one page one wins, and a proxy's signature says who and why", async () => {
  const { id, lineIds, print } = await aRoster(2);
  await uploadAndRead(officer, id, [await signedScan(print, { page: 1 })], NOW);
  const page = await onlyPage(id);
  const proxy = { name: "李四", relation: "配偶", reason: "本人不识字", witness: "王五" };
  const cells = [{ lineId: lineIds[0] ?? "", element: "SIGNATURE", decision: "present" }] as const;
  const asked = { ...ask(id, page.id, page.version), cells, proxy };
  const colleague = anActor("caseOfficer", COUNTY, "经办乙");
  const outcomes = await Promise.all([
    decideCells(officer, asked, NOW),
    decideCells(colleague, asked, NOW),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await proofsOf(id))[0]?.signature).toMatchObject({ isProxy: true });
  const { rows } = await at.owner.query(
    "SELECT proxy_name, witness FROM acknowledgement WHERE line_id = $1 AND voided_at IS NULL",
    [lineIds[0]],
  );
  expect(rows).toEqual([{ proxy_name: "李四", witness: "王五" }]);
});

test("the same page again is a duplicate; it may take the place of the former by decision", async () => {
  const { id, lineIds, print } = await aRoster(2);
  const blank = ["1/SIGNATURE"] as const;
  await uploadAndRead(officer, id, [await signedScan(print, { page: 1, blank })], NOW);
  await confirmClear(officer, id, NOW);
  await uploadAndRead(officer, id, [await signedScan(print, { page: 1 })], LATER);
  const [former, later] = await standings(id);
  expect(later?.standing).toEqual({ kind: "duplicate", firstId: former?.page.id });
  const pageId = later?.page.id ?? "";
  const asked = { ...ask(id, pageId, 1), reason: "", replaces: true };
  expect(await setAsideScan(officer, asked, LATER)).toMatchObject({ ok: true });
  expect((await standings(id)).map(({ standing }) => standing?.kind)).toEqual([
    "setAside",
    "placed",
  ]);
  expect((await proofsOf(id)).every(({ fingerprint }) => fingerprint === null)).toBe(true);
  await confirmClear(officer, id, LATER);
  expect((await proofsOf(id))[0]).toMatchObject({
    lineId: lineIds[0],
    signature: { method: "paper" },
  });
});

test("a page without a code is placed by hand, and then each line is decided by eye", async () => {
  const { id, print } = await aRoster(2);
  const other = await aRoster(2);
  const { default: sharp } = await import("sharp");
  const create = { width: 900, height: 640, channels: 3, background: "#eee" } as const;
  await uploadAndRead(officer, id, [await sharp({ create }).jpeg().toBuffer()], NOW);
  const page = await onlyPage(id);
  expect((await standings(id))[0]?.standing).toEqual({ kind: "noCode" });
  const asked = ask(id, page.id, page.version);
  const codeOf = (of: BuiltPrint) => formatPageCode({ printCode: of.code, page: 1, pages: 1 });
  expect(await placeScan(officer, { ...asked, typedCode: "HM1-?" }, NOW)).toMatchObject({
    refusal: { kind: "brokenCode" },
  });
  expect(await placeScan(officer, { ...asked, typedCode: codeOf(other.print) }, NOW)).toMatchObject(
    {
      refusal: { kind: "foreignCode" },
    },
  );
  const typedCode = codeOf(print).toLowerCase().replaceAll("-", " ");
  expect(await placeScan(officer, { ...asked, typedCode }, NOW)).toMatchObject({ ok: true });
  expect((await standings(id))[0]?.standing).toEqual({ kind: "placed" });
  expect((await cellsOf(page.id)).map(({ proposed }) => proposed)).toEqual(
    Array.from({ length: 4 }, () => "doubtful"),
  );
});

test("a reading that breaks off leaves nothing half, and is repeated whole", async () => {
  const { id, print } = await aRoster(12);
  const scans = [await signedScan(print, { page: 1 }), await signedScan(print, { page: 2 })];
  const batchId = await upload(officer, id, scans, NOW);
  const { readScans } = await import("~/usecases/evidence/read-scans.server");
  const { platform } = await import("~/platform/platform.server");
  const claim = await platform().pool.query(
    `SELECT id, kind, county_code AS "countyCode", subject_id AS "subjectId", payload,
       created_by AS "createdBy" FROM claim_job(now(), interval '30 s')`,
  );
  const broken = readScans(claim.rows[0], (done) =>
    done === 1 ? Promise.reject(new Error("killed")) : Promise.resolve(),
  );
  await expect(broken).rejects.toThrow("killed");
  const left = await at.owner.query(
    `SELECT (SELECT count(*)::int FROM scan_page WHERE batch_id = $1) AS pages,
       (SELECT state FROM scan_batch WHERE id = $1) AS state`,
    [batchId],
  );
  expect(left.rows).toEqual([{ pages: 0, state: "waiting" }]);
  await at.owner.query(
    "UPDATE job SET lease_until = now() - interval '1 s' WHERE subject_id = $1",
    [batchId],
  );
  const { readWaiting } = await import("#test/builders/scans");
  await readWaiting();
  expect((await standings(id)).map(({ page }) => page.pageNo)).toEqual([1, 2]);
});

test("[R07] who may not collect proofs uploads and decides nothing, and another county finds no page", async () => {
  const { id, print } = await aRoster(1);
  await uploadAndRead(officer, id, [await signedScan(print, { page: 1 })], NOW);
  const page = await onlyPage(id);
  const asked = { ...ask(id, page.id, page.version), cells: "proposed" } as const;
  const reviewer = anActor("reviewer", COUNTY);
  expect(await decideCells(reviewer, asked, NOW)).toMatchObject({ refusal: { kind: "forbidden" } });
  const stranger = anActor("caseOfficer", "532324");
  expect(await decideCells(stranger, asked, NOW)).toMatchObject({ refusal: { kind: "notFound" } });
  await expect(upload(reviewer, id, [], NOW)).rejects.toThrow("forbidden");
});
