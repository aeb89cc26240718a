import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { latestReconciledYear } from "~/data/targets/reconciliation-matrix-view.server";
import { listWholeReconciliation } from "~/data/targets/reconciliation-lines-view.server";
import { viewReconciliation } from "~/data/targets/reconciliation-view.server";
import { day } from "~/domain/shared/calendar-date";
import { differingParts } from "~/domain/targets/line-differences";
import { openWorkbook, ROSTER_LIMITS } from "~/platform/workbook/open-workbook.server";
import { enterDistrictFigure } from "~/usecases/targets/enter-district-figure.server";
import { explainDifferences } from "~/usecases/targets/explain-differences.server";
import { exportReconciliation } from "~/usecases/targets/export-reconciliation.server";
import { importDistrictList } from "~/usecases/targets/import-district-list.server";
import { openReconciliation } from "~/usecases/targets/open-reconciliation.server";
import { reopenReconciliation } from "~/usecases/targets/reopen-reconciliation.server";
import { signReconciliation } from "~/usecases/targets/sign-reconciliation.server";
import { anActor } from "#test/builders/actor";
import { buildEmployer } from "#test/builders/placement";
import { allRows, bytesOf } from "#test/support/read-workbook";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as world from "./reconciliation-world";

const { asked, district, MAY, NOW, officer, pageOf, reviewer, supervisor, TODAY, valueOf } = world;

let platform: TestPlatform;
let employerId: string;

beforeAll(async () => {
  platform = await openTestPlatform();
  employerId = await buildEmployer(platform.owner);
  await platform.owner.query("DELETE FROM pairing WHERE county_code = $1", [world.COUNTY]);
  await world.pair(platform, world.DISTRICT, "2020-02-15");
  for (const startedOn of ["2020-03-02", "2020-04-02", "2020-04-03", "2020-05-06"]) {
    await world.somebodyPlaced(platform, `上岗${startedOn}`, employerId, { startedOn });
  }
});
afterAll(() => platform.close());

const opened = async (month: string) =>
  valueOf(await openReconciliation(officer, { ...MAY, month: day(month) }, NOW));

async function figured(id: string, figure: number, whole = "已核对"): Promise<void> {
  valueOf(await enterDistrictFigure(district, await asked(id), figure, NOW));
  valueOf(await explainDifferences(officer, await asked(id), { lines: [], whole }, NOW));
}

async function signed(id: string, by = reviewer): Promise<void> {
  valueOf(await signReconciliation(by, await asked(id), "county", NOW));
  valueOf(await signReconciliation(district, await asked(id), "district", NOW));
}

async function yearOf(id: string, round: number | null = null) {
  const page = await viewReconciliation(supervisor, id, TODAY, round);
  return { county: page?.county.cumulative, district: page?.district.cumulative, ...page?.year };
}

test("[R21] the year's sums are of the months that have both figures, by name; those that have not are named too", async () => {
  const may = await opened("2020-05-01");
  await figured(may, 3);
  expect(await yearOf(may)).toEqual({
    ...{ county: 1, district: 3, months: [5], missing: [2, 3, 4] },
  });
  // The county's figure alone adds nothing, or the sums would be of different months.
  const april = await opened("2020-04-01");
  expect(await yearOf(may)).toMatchObject({ county: 1, district: 3, months: [5] });
  await figured(april, 2);
  // 15 February is the first day of the pairing: January is nobody's omission.
  expect(await yearOf(may)).toEqual({
    ...{ county: 3, district: 5, months: [4, 5], missing: [2, 3] },
  });
  expect(await yearOf(april)).toMatchObject({ county: 2, months: [4], missing: [2, 3] });
});

test("[R21] a locked month keeps the year's sums that were signed, on screen and in the file", async () => {
  const [april, march] = [await idOf("2020-04-01"), await opened("2020-03-01")];
  await signed(april);
  const before = await yearOf(april);
  await figured(march, 9);
  expect(await yearOf(april)).toEqual(before);
  expect(before).toEqual({ county: 2, district: 2, months: [4], missing: [2, 3] });
  expect(await yearOf(await idOf("2020-05-01"))).toMatchObject({ months: [3, 4, 5] });
  const file = valueOf(await exportReconciliation(officer, april, NOW));
  const book = await openWorkbook(await bytesOf(file.bytes), file.fileName, ROSTER_LIMITS);
  const text = (await allRows(book, 0)).flatMap((row) => row.texts).join(" ");
  expect(text).toContain("区方本月新增 2 人，本年累计 2 人");
  expect(text).toContain("双方都有数的 4 月合计；2 月、3 月尚缺一方或双方数字，未计入");
  for (const statement of [
    "UPDATE reconciliation_round SET county_total = 99 WHERE reconciliation_id = $1",
    "DELETE FROM reconciliation_round WHERE reconciliation_id = $1",
  ]) {
    await expect(platform.owner.query(statement, [april])).rejects.toThrow(/stands/);
  }
});

test("[R21] an earlier round is shown with its own figures, explanation and signers", async () => {
  const april = await idOf("2020-04-01");
  valueOf(await reopenReconciliation(supervisor, await asked(april), "区方漏报", NOW));
  await figured(april, 4, "第二轮说明");
  await signed(april, anActor("reviewer", world.COUNTY, "赵审核"));
  expect(await pageOf(april)).toMatchObject({
    ...{ round: 2, rounds: 2, explanation: "第二轮说明" },
    ...{ county: { signed: { name: "赵审核" } }, district: { figure: 4, cumulative: 13 } },
  });
  const first = await viewReconciliation(supervisor, april, TODAY, 1);
  expect(first).toMatchObject({
    ...{ round: 1, rounds: 2, state: "locked", explanation: "已核对", turns: [] },
    ...{ county: { signed: { name: "李审核" } }, district: { figure: 2, cumulative: 2 } },
  });
  expect(Object.values(first?.offers ?? {})).not.toContain(true);
  for (const round of [0, 3, 1.5, Number.NaN]) {
    const page = await viewReconciliation(supervisor, april, TODAY, round);
    expect([round, page?.round]).toEqual([round, 2]);
  }
});

test("[R21] what a person is told by both sides stands on the paper where it differs", async () => {
  const person = await world.somebodyPlaced(platform, "夏富", employerId, {
    workplaceCode: "310115",
    startedOn: "2020-02-20",
  });
  const february = await opened("2020-02-01");
  const rows = [["夏富", person.idNumber, "另一家公司", "2020-02-21"]] as const;
  const file = await world.aDistrictList(rows);
  valueOf(await importDistrictList(district, await asked(february), file, NOW));
  const [line] = (await listWholeReconciliation(supervisor, february, 1, TODAY)) ?? [];
  expect(line && differingParts(line)).toEqual(["employer", "startedOn"]);
});

test("[R21] the matrix opens on the latest year that the reader has reconciliations of", async () => {
  const filter = { measure: "SHANGHAI_PLACED", today: "2026-11-21" } as const;
  expect(await latestReconciledYear(supervisor, filter)).toBe(2020);
  expect(await latestReconciledYear(world.stranger, filter)).toBeNull();
  // Another district of the same county sees its people, not what it has with this one.
  const pairing = world.pairingOf(world.OTHER_DISTRICT, "2020-01-01");
  const other = world.districtOfficer(world.OTHER_DISTRICT, [pairing], TODAY);
  expect(await latestReconciledYear(other, filter)).toBeNull();
});

test("[R21] rounds locked before they were kept apart are made again from their steps", async () => {
  const { owner } = platform;
  const all = "SELECT * FROM reconciliation_round ORDER BY reconciliation_id, round";
  const { rows } = await owner.query(all);
  expect(rows.length).toBe(2);
  await owner.query("ALTER TABLE reconciliation_round DISABLE TRIGGER signed_stands");
  await owner.query("DELETE FROM reconciliation_round");
  const folder = "prisma/migrations/20261123000600_reconciliation_round";
  const migration = readFileSync(`${folder}/migration.sql`, "utf8");
  await owner.query(/^WITH lock AS[^;]*;/m.exec(migration)?.[0] ?? "");
  expect((await owner.query(all)).rows).toEqual(rows);
});

async function idOf(month: string): Promise<string> {
  const { rows } = await platform.owner.query<{ id: string }>(
    "SELECT id FROM reconciliation WHERE month = $1",
    [month],
  );
  return rows[0]?.id ?? "";
}
