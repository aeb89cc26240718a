import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatPageCode } from "~/domain/rosters/page-code";
import { decideCells } from "~/usecases/evidence/decide-cells.server";
import { placeScan } from "~/usecases/evidence/place-scan.server";
import { setAsideScan } from "~/usecases/evidence/set-aside-scan.server";
import { anActor } from "#test/builders/actor";
import {
  confirmClear,
  signedScan,
  upload,
  uploadAndRead,
  type BuiltPrint,
} from "#test/builders/scans";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  COUNTY,
  LATER,
  NOW,
  aRoster,
  ask,
  cellsOf,
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
