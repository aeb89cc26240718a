import { afterAll, beforeAll, expect, test } from "vitest";
import { pairChoices } from "~/data/targets/pair-choices-view.server";
import { listReconciliationLines } from "~/data/targets/reconciliation-lines-view.server";
import { viewReconciliationMatrix } from "~/data/targets/reconciliation-matrix-view.server";
import {
  countReconciliationTodos,
  reconciliationTodos,
} from "~/data/targets/reconciliation-todos.server";
import { viewReconciliation } from "~/data/targets/reconciliation-view.server";
import type { Actor } from "~/domain/access/actor";
import { day } from "~/domain/shared/calendar-date";
import { openWorkbook, ROSTER_LIMITS } from "~/platform/workbook/open-workbook.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { enterDistrictFigure } from "~/usecases/targets/enter-district-figure.server";
import { explainDifferences } from "~/usecases/targets/explain-differences.server";
import { exportReconciliation } from "~/usecases/targets/export-reconciliation.server";
import { openReconciliation } from "~/usecases/targets/open-reconciliation.server";
import { signReconciliation } from "~/usecases/targets/sign-reconciliation.server";
import { anActor } from "#test/builders/actor";
import { allRows, bytesOf } from "#test/support/read-workbook";
import { buildEmployer } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as world from "./reconciliation-world";

const { DISTRICT, OTHER_DISTRICT, kindOf, MAY, NOW, officer, pairingOf, reviewer } = world;
const { stranger, supervisor, TODAY, valueOf } = world;

let platform: TestPlatform;
/** May with 嘉定区, one person; the pairing ends on 20 June, when 徐汇区 takes over. */
let id: string;
let person: world.Somebody;
const ENDS = pairingOf(DISTRICT, "2020-01-01", "2020-06-20");
const NEXT = pairingOf(OTHER_DISTRICT, "2020-06-01");
const jiading = (on: string) => world.districtOfficer(DISTRICT, [ENDS], on);
const xuhui = (on: string) => world.districtOfficer(OTHER_DISTRICT, [NEXT], on, "徐汇员");

beforeAll(async () => {
  platform = await openTestPlatform();
  await platform.owner.query("DELETE FROM pairing WHERE county_code = $1", [world.COUNTY]);
  await world.pair(platform, DISTRICT, ENDS.from, ENDS.to);
  await world.pair(platform, OTHER_DISTRICT, NEXT.from);
  const employerId = await buildEmployer(platform.owner);
  person = await world.somebodyPlaced(platform, "鲁晓美", employerId);
  id = valueOf(await openReconciliation(officer, MAY, NOW));
});
afterAll(() => platform.close());

const todosOf = (actor: Actor) =>
  inTransaction(actor, async (tx) => {
    const todos = await reconciliationTodos(tx, actor, TODAY);
    expect(await countReconciliationTodos(tx, actor, TODAY)).toBe(todos.length);
    return todos.map(({ what, detail }) => `${what}（${detail}）`);
  });
const at = (on: string) => new Date(`${on}T02:00:00Z`);

async function seenBy(actor: Actor, on: string) {
  const cursor = { after: null, before: null };
  const asked = { round: 1, sides: ["COUNTY"], size: 50, cursor } as const;
  const lines = await listReconciliationLines(actor, id, asked, on);
  return [await viewReconciliation(actor, id, on), lines].map((part) => part !== null);
}

test("[R21] its county, the prefecture and its district see the month; another county and district do not", async () => {
  for (const actor of [officer, reviewer, supervisor, jiading(TODAY)]) {
    expect([actor.name, ...(await seenBy(actor, TODAY))]).toEqual([actor.name, true, true]);
  }
  // 徐汇区 is paired with the same county that day and reads its people, but not what it has with 嘉定区.
  for (const actor of [stranger, xuhui(TODAY)]) {
    expect([actor.name, ...(await seenBy(actor, TODAY))]).toEqual([actor.name, false, false]);
    const asked = { id, version: 2 };
    expect(kindOf(await enterDistrictFigure(actor, asked, 1, NOW))).toBe("notFound");
    expect(kindOf(await signReconciliation(actor, asked, "district", NOW))).toBe("notFound");
    const said = { lines: [], whole: "无关" };
    expect(kindOf(await explainDifferences(actor, asked, said, NOW))).toBe("notFound");
  }
});

test("[R21] the district reads and writes on the last day of its pairing and not on the day after; the county reads on", async () => {
  const [last, after] = ["2020-06-20", "2020-06-21"];
  expect(await seenBy(jiading(last), last)).toEqual([true, true]);
  expect(await seenBy(jiading(after), after)).toEqual([false, false]);
  // A session begun before still holds the county's rows: the rule refuses, not only the wall.
  expect(await seenBy(jiading(last), after)).toEqual([false, false]);
  const asked = { id, version: 2 };
  expect(kindOf(await enterDistrictFigure(jiading(last), asked, 0, at(after)))).toBe("notFound");
  expect(kindOf(await enterDistrictFigure(jiading(last), asked, 0, at(last)))).toBe("done");
  for (const actor of [officer, supervisor])
    expect(await seenBy(actor, after)).toEqual([true, true]);
  const ended = async (on: string) => (await viewReconciliation(officer, id, on))?.pairingEndedOn;
  expect([await ended(last), await ended(after)]).toEqual([null, last]);
});

test("[R21] a month is opened with the district it was paired with, on the last day of a pairing too", async () => {
  const withDistrict = (districtCode: string, month: string) =>
    openReconciliation(officer, { ...MAY, districtCode, month: day(month) }, at("2020-08-03"));
  expect(kindOf(await withDistrict(DISTRICT, "2020-06-01"))).toBe("done");
  expect(kindOf(await withDistrict(DISTRICT, "2020-07-01"))).toBe("notPaired");
  expect(kindOf(await withDistrict(OTHER_DISTRICT, "2020-05-01"))).toBe("notPaired");
  expect(kindOf(await withDistrict(OTHER_DISTRICT, "2020-06-01"))).toBe("done");
  expect((await pairChoices(officer, TODAY)).map(({ label }) => label)).toEqual([
    "南华县—嘉定区（结对 2020-01-01 至 2020-06-20）",
    "南华县—徐汇区（结对 2020-06-01 至今）",
  ]);
  // Another county has its own.
  const others = await pairChoices(stranger, TODAY);
  expect(others.filter(({ value }) => value.startsWith(world.COUNTY))).toEqual([]);
});

test("[R21] the year's matrix tells each month of each pair, and each reads his own", async () => {
  const filter = { year: 2020, measure: "SHANGHAI_PLACED", today: "2020-08-03" } as const;
  const rows = await viewReconciliationMatrix(officer, filter);
  expect(rows.map(({ districtName }) => districtName)).toEqual(["徐汇区", "嘉定区"]);
  const kinds = rows.map(({ cells }) => cells.map(({ kind }) => kind));
  const no = (n: number, kind: string) => Array.from({ length: n }, () => kind);
  expect(kinds).toEqual([
    [...no(5, "unpaired"), "open", "none", ...no(5, "running")],
    [...no(4, "none"), ...no(2, "open"), ...no(6, "unpaired")],
  ]);
  expect(rows[1]?.cells[4]).toMatchObject({ id, countyFigure: 1, districtFigure: 0 });
  expect(rows[0]?.cells[6]?.mayOpen).toBe(true);
  const ofDistrict = await viewReconciliationMatrix(jiading(TODAY), { ...filter, today: TODAY });
  expect(ofDistrict.map(({ districtName }) => districtName)).toEqual(["嘉定区"]);
  expect(ofDistrict[0]?.cells.some(({ mayOpen }) => mayOpen)).toBe(false);
  const others = await viewReconciliationMatrix(stranger, filter);
  expect(others.filter(({ countyCode }) => countyCode === world.COUNTY)).toEqual([]);
});

test("[R21] home tells each side the months that wait for it", async () => {
  const may = "南华县—嘉定区 2020 年 5 月来沪就业人数";
  const mine = (todos: readonly string[]) => todos.filter((todo) => todo.includes(may));
  const both = [`说明对账差异：${may}（待说明差异）`];
  expect(mine(await todosOf(officer))).toEqual(both);
  expect(mine(await todosOf(jiading(TODAY)))).toEqual(both);
  expect(mine(await todosOf(reviewer))).toEqual([]);
  const version = (await viewReconciliation(officer, id, TODAY))?.version ?? 0;
  valueOf(await enterDistrictFigure(jiading(TODAY), { id, version }, 1, NOW));
  expect(mine(await todosOf(officer))).toEqual([]);
  expect(mine(await todosOf(reviewer))).toEqual([`对账签字：${may}（待县方签字）`]);
  expect(mine(await todosOf(jiading(TODAY)))).toEqual([`对账签字：${may}（待区方签字）`]);
  expect(mine(await todosOf(xuhui(TODAY)))).toEqual([]);
  expect(await todosOf(stranger)).toEqual([]);
});

test("[R21] the sheet leaves as a file for either side, every number masked, and leaves a trail", async () => {
  const official = anActor("secondedOfficial", world.COUNTY);
  expect(kindOf(await exportReconciliation(official, id, NOW))).toBe("forbidden");
  expect(kindOf(await exportReconciliation(xuhui(TODAY), id, NOW))).toBe("notFound");
  for (const actor of [officer, jiading(TODAY)]) {
    const file = valueOf(await exportReconciliation(actor, id, NOW));
    const book = await openWorkbook(await bytesOf(file.bytes), file.fileName, ROSTER_LIMITS);
    const texts = [...(await allRows(book, 0)), ...(await allRows(book, 1))].flatMap(
      (row) => row.texts,
    );
    expect(texts).toContain("鲁晓美");
    expect(texts.join(" ")).toContain("县方本月新增 1 人");
    expect(texts.join(" ")).not.toContain(person.idNumber);
  }
  const { rows } = await platform.owner.query(
    "SELECT 1 FROM trail_event WHERE subject_id = $1 AND action = 'reconciliation.export'",
    [id],
  );
  expect(rows).toHaveLength(2);
});
