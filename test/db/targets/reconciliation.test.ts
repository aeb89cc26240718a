import { afterAll, beforeAll, expect, test } from "vitest";
import type { LineSide } from "~/domain/targets/reconciliation";
import { EXPLANATION_LABELS, type ExplanationKind } from "~/domain/targets/reconciliation-words";
import { day } from "~/domain/shared/calendar-date";
import { drawCountyList } from "~/usecases/targets/draw-county-list.server";
import { enterDistrictFigure } from "~/usecases/targets/enter-district-figure.server";
import { explainDifferences } from "~/usecases/targets/explain-differences.server";
import { importDistrictList } from "~/usecases/targets/import-district-list.server";
import { openReconciliation } from "~/usecases/targets/open-reconciliation.server";
import { reopenReconciliation } from "~/usecases/targets/reopen-reconciliation.server";
import { signReconciliation } from "~/usecases/targets/sign-reconciliation.server";
import { withdrawReconciliationSignature } from "~/usecases/targets/withdraw-reconciliation-signature.server";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as world from "./reconciliation-world";

const {
  asked,
  COUNTY,
  district,
  kindOf,
  linesOf,
  MAY,
  NOW,
  officer,
  pageOf,
  reviewer,
  stepsOf,
  supervisor,
  valueOf,
} = world;
const KINDS = Object.keys(EXPLANATION_LABELS) as readonly ExplanationKind[];

let platform: TestPlatform;
let employerId: string;

beforeAll(async () => {
  platform = await openTestPlatform();
  employerId = await buildEmployer(platform.owner);
  await world.pair(platform, world.DISTRICT, "2020-01-01");
});
afterAll(() => platform.close());

const placed = (name: string, change: Parameters<typeof world.somebodyPlaced>[3] = {}) =>
  world.somebodyPlaced(platform, name, employerId, change);

const namesOf = async (id: string, side: LineSide, round = 1) =>
  (await linesOf(id, side, round)).map(({ name }) => name);

async function explainAll(id: string, actor = officer) {
  const lines = [...(await linesOf(id, "COUNTY")), ...(await linesOf(id, "DISTRICT"))];
  const explanations = lines.map((line, at) => ({
    ...{ lineId: line.id, kind: KINDS[at % KINDS.length] ?? "OTHER", text: "已与对方核实" },
  }));
  const given = { lines: explanations, whole: null };
  return valueOf(await explainDifferences(actor, await asked(id), given, NOW)).written;
}

test("[R20] a month's figure is whom the ledger counts: proved, of the measure, and first in that month", async () => {
  const month = { ...MAY, month: day("2020-02-01") };
  await placed("二月甲", { startedOn: "2020-02-01" });
  await placed("二月乙", { startedOn: "2020-02-29" });
  await placed("一月丙", { startedOn: "2020-01-31" });
  await placed("三月丁", { startedOn: "2020-03-01" });
  await placed("无佐证", { startedOn: "2020-02-10", evidence: 0 });
  await placed("未查到", { startedOn: "2020-02-10", verifiedCategory: null });
  await placed("在昆明", { startedOn: "2020-02-10", workplaceCode: "530102" });
  const twice = await placed("换过工作", { startedOn: "2020-01-05" });
  await buildPlacement(platform.owner, {
    ...{ personId: twice.personId, employerId, startedOn: "2020-02-20", evidence: 1 },
  });
  // A placement of last year counts last year: this year he begins anew.
  await buildPlacement(platform.owner, {
    ...{ personId: (await placed("去年起", { startedOn: "2019-12-31" })).personId, employerId },
    ...{ startedOn: "2020-02-12", evidence: 1 },
  });
  const id = valueOf(await openReconciliation(officer, month, NOW));
  expect((await pageOf(id)).county.figure).toBe(3);
  expect(await namesOf(id, "COUNTY")).toEqual(["二月甲", "二月乙", "去年起"]);
  const january = { ...MAY, month: day("2020-01-01") };
  const first = valueOf(await openReconciliation(officer, january, NOW));
  expect(await namesOf(first, "COUNTY")).toEqual(["换过工作", "一月丙"]);
  // The district has said nothing yet: there is no month to add up.
  expect((await pageOf(id)).county.cumulative).toBe(0);
});

test("[R21] a month is opened by its county, once, over, and with the district it was paired with", async () => {
  const june = { ...MAY, month: day("2020-06-01") };
  const at = (instant: string) => new Date(instant);
  // 23:59 of 30 June in China, and a minute later.
  expect(kindOf(await openReconciliation(officer, june, at("2020-06-30T15:59:00Z")))).toBe(
    "monthRunning",
  );
  expect(kindOf(await openReconciliation(officer, june, at("2020-06-30T16:00:00Z")))).toBe("done");
  expect(kindOf(await openReconciliation(officer, june, at("2020-07-02T02:00:00Z")))).toBe(
    "duplicate",
  );
  const elsewhere = { ...MAY, districtCode: "310115" };
  expect(kindOf(await openReconciliation(officer, elsewhere, NOW))).toBe("notPaired");
  expect(kindOf(await openReconciliation(reviewer, MAY, NOW))).toBe("forbidden");
  expect(kindOf(await openReconciliation(district, MAY, NOW))).toBe("forbidden");
  expect(kindOf(await openReconciliation(world.stranger, MAY, NOW))).toBe("forbidden");
});

test("[R21] a month goes to its lock with a list from each side and one difference of each kind", async () => {
  const names = ["县一", "县二", "县三", "县四"];
  for (const name of names) await placed(name);
  const both = [await placed("两方甲"), await placed("两方乙")];
  const id = valueOf(await openReconciliation(officer, MAY, NOW));
  const strangers = ["区一", "区二", "区三"].map(
    (name, at) => [name, idNumberOf("532324", "1985-05-05", at + 1)] as const,
  );
  const file = await world.aDistrictList([
    ...both.map(({ name, idNumber }) => [name, idNumber, "另一家公司", "2020-05-07"] as const),
    ...strangers,
  ]);
  const listed = await importDistrictList(district, await asked(id), file, NOW);
  expect(valueOf(listed)).toEqual({ figure: 5 });
  expect(await namesOf(id, "BOTH")).toEqual(["两方甲", "两方乙"]);
  expect(await namesOf(id, "DISTRICT")).toEqual(["区二", "区三", "区一"]);
  expect(await linesOf(id, "BOTH")).toMatchObject([
    {
      ...{ employerName: "嘉定物流有限公司", startedOn: "2020-05-06" },
      ...{ districtEmployer: "另一家公司", districtStartOn: "2020-05-07" },
    },
    {},
  ]);

  const early = await signReconciliation(reviewer, await asked(id), "county", NOW);
  expect(early).toMatchObject({ refusal: { kind: "linesUnexplained", lines: 7 } });
  expect(await explainAll(id)).toBe(KINDS.length);
  const kinds = [...(await linesOf(id, "COUNTY")), ...(await linesOf(id, "DISTRICT"))].map(
    ({ explanationKind }) => explanationKind,
  );
  expect([...kinds].sort()).toEqual([...KINDS].sort());

  expect(kindOf(await signReconciliation(officer, await asked(id), "county", NOW))).toBe(
    "forbidden",
  );
  expect(valueOf(await signReconciliation(reviewer, await asked(id), "county", NOW)).isLocked).toBe(
    false,
  );
  expect(
    valueOf(await signReconciliation(district, await asked(id), "district", NOW)).isLocked,
  ).toBe(true);
  expect(await pageOf(id)).toMatchObject({
    ...{ state: "locked", turns: [], county: { figure: 6, signed: { name: "李审核" } } },
    district: { figure: 5, signed: { name: "陈嘉定" } },
  });
  expect(await stepsOf(id)).toEqual([
    ...["LOCKED", "DISTRICT_SIGNED", "COUNTY_SIGNED", "EXPLAINED", "DISTRICT_LIST"],
    ...["COUNTY_LIST", "OPENED"],
  ]);
  const { rows } = await platform.owner.query<{ action: string; detail: string }>(
    "SELECT action, detail::text FROM trail_event WHERE subject_id = $1 ORDER BY seq",
    [id],
  );
  expect(rows.map(({ action }) => action.replace("reconciliation.", ""))).toEqual([
    ...["open", "importList", "explain", "sign", "sign"],
  ]);
  for (const { detail } of rows) expect(detail).not.toMatch(/\d{17}/);
});

test("[R21] a locked month refuses every write, its owner's at the trigger too", async () => {
  const id = await lockedMay();
  const given = await asked(id);
  const nothing = { lines: [], whole: "又一说" };
  expect(kindOf(await drawCountyList(officer, given, NOW))).toBe("locked");
  expect(kindOf(await enterDistrictFigure(district, given, 9, NOW))).toBe("locked");
  const file = await world.aDistrictList([["某人", idNumberOf(COUNTY, "1980-01-01", 1)]]);
  expect(kindOf(await importDistrictList(district, given, file, NOW))).toBe("locked");
  expect(kindOf(await explainDifferences(officer, given, nothing, NOW))).toBe("locked");
  expect(kindOf(await signReconciliation(reviewer, given, "county", NOW))).toBe("locked");
  expect(kindOf(await withdrawReconciliationSignature(reviewer, id, "county", NOW))).toBe("locked");
  for (const statement of [
    "UPDATE reconciliation SET county_figure = 99 WHERE id = $1",
    "UPDATE reconciliation SET state = 'open' WHERE id = $1",
    "DELETE FROM reconciliation WHERE id = $1",
    "UPDATE reconciliation_line SET explanation = '改' WHERE reconciliation_id = $1",
    "DELETE FROM reconciliation_line WHERE reconciliation_id = $1",
    `INSERT INTO reconciliation_line (id, reconciliation_id, county_code, round, side, id_index,
       id_sealed, name, masked_id)
     SELECT gen_random_uuid(), reconciliation_id, county_code, round, 'COUNTY', '\\x01', id_sealed,
       name, masked_id FROM reconciliation_line WHERE reconciliation_id = $1 LIMIT 1`,
  ]) {
    await expect(platform.owner.query(statement, [id])).rejects.toThrow(/stands|round/);
  }
  // New keys under the same words are the owner's to set.
  const keys =
    "UPDATE reconciliation_line SET id_sealed = id_sealed || '\\x00' WHERE reconciliation_id = $1";
  expect((await platform.owner.query(keys, [id])).rowCount).toBeGreaterThan(0);
});

/** May as the tests above have left it. */
async function lockedMay(): Promise<string> {
  const { rows } = await platform.owner.query<{ id: string; state: string }>(
    "SELECT id, state FROM reconciliation WHERE month = '2020-05-01' AND measure = 'SHANGHAI_PLACED'",
  );
  expect(rows[0]?.state).toBe("locked");
  return rows[0]?.id ?? "";
}

test("[R21] after the lock the page tells how the ledger has moved", async () => {
  const id = await lockedMay();
  expect((await pageOf(id)).drift).toEqual({ added: [], gone: [] });
  const { owner } = platform;
  await placed("补登记");
  await owner.query(
    "UPDATE placement SET removed_at = now(), removed_reason = '误登' WHERE name = '县四'",
  );
  const { drift, county } = await pageOf(id);
  expect(drift.added.map(({ name }) => name)).toEqual(["补登记"]);
  expect(drift.gone.map(({ name }) => name)).toEqual(["县四"]);
  expect(county.figure).toBe(6);
});

test("[R21] only the level above opens a locked month, with a reason, and the old round stays readable", async () => {
  const id = await lockedMay();
  const given = await asked(id);
  for (const actor of [officer, reviewer, district]) {
    expect(kindOf(await reopenReconciliation(actor, given, "重核", NOW))).toBe("forbidden");
  }
  expect(kindOf(await reopenReconciliation(supervisor, given, "  ", NOW))).toBe("reasonMissing");
  expect(kindOf(await reopenReconciliation(supervisor, given, "漏报一人，重核", NOW))).toBe("done");
  expect(kindOf(await reopenReconciliation(supervisor, await asked(id), "再开", NOW))).toBe(
    "notLocked",
  );
  const page = await pageOf(id);
  expect(page).toMatchObject({ state: "open", round: 2, county: { figure: 6, signed: null } });
  expect(page.openLines).toBe(0);
  const drawn = valueOf(await drawCountyList(officer, await asked(id), NOW));
  expect(drawn).toEqual({ figure: 6, added: 1, gone: 1, isChanged: true });
  expect(await namesOf(id, "COUNTY", 2)).toEqual(["补登记", "县二", "县三", "县一"]);
  expect(await namesOf(id, "COUNTY", 1)).toEqual(["县二", "县三", "县四", "县一"]);
  // Who stayed where he was keeps his explanation; the new one has none yet.
  expect((await pageOf(id)).openLines).toBe(1);
  const old =
    "UPDATE reconciliation_line SET explanation = '改' WHERE reconciliation_id = $1 AND round = 1";
  await expect(platform.owner.query(old, [id])).rejects.toThrow(/stands/);
});
