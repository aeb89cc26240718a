import { afterAll, beforeAll, expect, test } from "vitest";
import { INK_ELEMENTS } from "~/domain/evidence/cell-decision";
import { formatPageCode } from "~/domain/rosters/page-code";
import { decideCells } from "~/usecases/evidence/decide-cells.server";
import { placeScan } from "~/usecases/evidence/place-scan.server";
import { setAsideScan } from "~/usecases/evidence/set-aside-scan.server";
import { anActor } from "#test/builders/actor";
import {
  blankScan,
  buildUncutPage,
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

/** Two people on a page that was placed by hand: quick, as nothing has to be read. */
async function aPlacedPage() {
  const { id, lineIds } = await aRoster(2);
  await buildUncutPage(officer, id, NOW);
  return { id, lineIds, page: await onlyPage(id) };
}

async function decideAll(
  rosterId: string,
  page: { readonly id: string; readonly version: number },
  lineIds: readonly string[],
) {
  const cells = lineIds.flatMap((lineId) =>
    INK_ELEMENTS.map((element) => ({ lineId, element, decision: "present" as const })),
  );
  const outcome = await decideCells(
    officer,
    { ...ask(rosterId, page.id, page.version), cells },
    NOW,
  );
  expect(outcome).toEqual({ ok: true, value: cells.length });
}

test("a decision is changed with a reason only, and the proof is voided with it", async () => {
  const { id, lineIds, page } = await aPlacedPage();
  await decideAll(id, page, lineIds);
  const cells = [{ lineId: lineIds[0] ?? "", element: "SIGNATURE", decision: "missing" }] as const;
  const asked = { ...ask(id, page.id, page.version + 1), cells };
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
  expect(await decideCells(officer, { ...stale, version: page.version + 2 }, LATER)).toMatchObject({
    ok: true,
  });
  expect((await proofsOf(id))[0]?.signature).not.toBeNull();
});

test("of two officers at one page one wins, and a proxy's signature says who and why", async () => {
  const { id, lineIds, page } = await aPlacedPage();
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
  const { id, lineIds, page } = await aPlacedPage();
  await decideAll(id, page, lineIds);
  await uploadAndRead(officer, id, [await blankScan()], LATER);
  const later = (await standings(id))[1]?.page.id ?? "";
  await at.owner.query(
    "UPDATE scan_page SET state = 'read', print_id = $2, page_no = 1 WHERE id = $1",
    [later, page.printId],
  );
  expect((await standings(id))[1]?.standing).toEqual({ kind: "duplicate", firstId: page.id });
  expect((await proofsOf(id)).every(({ signature }) => signature !== null)).toBe(true);
  const asked = { ...ask(id, later, 1), reason: "", replaces: true };
  expect(await setAsideScan(officer, asked, LATER)).toMatchObject({ ok: true });
  expect((await standings(id)).map(({ standing }) => standing?.kind)).toEqual([
    "setAside",
    "placed",
  ]);
  // What the former page gave is void: the later one is decided anew.
  expect((await proofsOf(id)).every(({ signature }) => signature === null)).toBe(true);
});

test("a page without a code is placed by hand, and then each line is decided by eye", async () => {
  const { id, print } = await aRoster(2);
  const other = await aRoster(2);
  await uploadAndRead(officer, id, [await blankScan()], NOW);
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

test("[R02] a proof lapses when its line changes afterwards", async () => {
  const { id, lineIds, page } = await aPlacedPage();
  await decideAll(id, page, lineIds);
  await at.owner.query("UPDATE roster_line SET address = address || '改' WHERE id = $1", [
    lineIds[0],
  ]);
  const [first, second] = await proofsOf(id);
  expect([first?.signature, first?.fingerprint]).toEqual([null, null]);
  expect(second?.signature).not.toBeNull();
});

test("[R07] who may not collect proofs uploads and decides nothing, and another county finds no page", async () => {
  const { id, page } = await aPlacedPage();
  const asked = { ...ask(id, page.id, page.version), cells: "proposed" } as const;
  const reviewer = anActor("reviewer", COUNTY);
  expect(await decideCells(reviewer, asked, NOW)).toMatchObject({ refusal: { kind: "forbidden" } });
  const stranger = anActor("caseOfficer", "532324");
  expect(await decideCells(stranger, asked, NOW)).toMatchObject({ refusal: { kind: "notFound" } });
  await expect(upload(reviewer, id, [], NOW)).rejects.toThrow("forbidden");
});
