import { afterAll, beforeAll, expect, test } from "vitest";
import { expectedPages } from "~/domain/evidence/page-coverage";
import { decideCells } from "~/usecases/evidence/decide-cells.server";
import { removeLine } from "~/usecases/rosters/remove-line.server";
import { anActor } from "#test/builders/actor";
import { platform } from "~/platform/platform.server";
import { readScans } from "~/usecases/evidence/read-scans.server";
import {
  blankScan,
  buildPrint,
  confirmClear,
  readWaiting,
  signedScan,
  upload,
  uploadAndRead,
  type BuiltPrint,
} from "#test/builders/scans";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  LATER,
  NOW,
  aRoster,
  ask,
  cellsOf,
  factsOf,
  officer,
  onlyPage,
  proofsOf,
  standings,
} from "./scan-world";

let at: TestPlatform;

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

async function change(lineId: string) {
  await at.owner.query("UPDATE roster_line SET address = address || '改' WHERE id = $1", [lineId]);
}

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

test("a reading that breaks off leaves nothing half, and is repeated whole", async () => {
  const { id } = await aRoster(1);
  const scans = [await blankScan(), await blankScan()];
  const batchId = await upload(officer, id, scans, NOW);
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
  await readWaiting();
  expect((await standings(id)).map(({ standing }) => standing?.kind)).toEqual(["noCode", "noCode"]);
});
