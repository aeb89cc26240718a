import { afterAll, expect, test } from "vitest";
import { viewAllocationTree } from "~/data/funds/allocation-tree-view.server";
import { viewLabourYears } from "~/data/funds/labour-share-view.server";
import { wan } from "~/domain/funds/founding/founding-document";
import { day } from "~/domain/shared/calendar-date";
import { chosenArea, partOf, type AllocationPart } from "~/routes/funds/allocations/area-part";
import { anActor } from "#test/builders/actor";
import { openTestPlatform } from "#test/support/test-platform";

const at = await openTestPlatform();
afterAll(() => at.close());

const TODAY = day("2020-07-10");
const office = anActor("cooperationOffice", "530300", "曲协作");
const county = anActor("finance", "530381", "宣财务");

test("[F09] the prefecture's own level and the prefecture are told apart; what is off the table stands in a second share", async () => {
  const { areas, wholes } = await viewLabourYears(office, TODAY);
  const brief = (one: (typeof wholes)[number]) => [
    ...[one.areaName, one.rate.numerator / wan(1), one.rate.denominator / wan(1)],
    ...[one.rate.basisPoints, (one.withOffTable?.denominator ?? 0) / wan(1)],
    one.withOffTable?.basisPoints ?? null,
  ];
  expect(wholes.map(brief)).toEqual([["曲靖市合计", 4000, 21575, 1854, 26325, 1519]]);
  expect(areas.map(brief)).toContainEqual(["曲靖市本级", 90, 580, 1552, 0, null]);
  expect(areas.map(brief)).toContainEqual(["宣威市", 1150, 1300, 8846, 6050, 1901]);
});

test("[F09] who does not see every county of the prefecture gets no sum of it", async () => {
  const { areas, wholes } = await viewLabourYears(county, TODAY);
  expect([areas.map(({ areaName }) => areaName), wholes]).toEqual([["宣威市"], []]);
});

test("[F09] every figure opens the lines that come to it", async () => {
  const tree = await viewAllocationTree(office, 2020);
  const comes = (areaCode: string, isWhole: boolean, part: AllocationPart) => {
    const area = chosenArea(tree.areas, areaCode, isWhole);
    const rows = tree.documents.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
    const amounts = rows
      .filter(({ id }) => area?.rowIds.includes(id))
      .map((row) => partOf(row, part)?.amount ?? 0);
    return [area?.name, amounts.reduce((sum, amount) => sum + amount, 0) / wan(1)];
  };
  expect(comes("530300", true, "labour")).toEqual(["曲靖市合计", 4000]);
  expect(comes("530300", true, "inTable")).toEqual(["曲靖市合计", 21575]);
  expect(comes("530300", false, "labour")).toEqual(["曲靖市本级", 90]);
  expect(comes("530381", false, "labour")).toEqual(["宣威市", 1150]);
  expect(comes("530381", false, "inTable")).toEqual(["宣威市", 1300]);
  expect(comes("530381", false, "offTable")).toEqual(["宣威市", 4750]);
  expect(comes("530381", false, "all")).toEqual(["宣威市", 6050]);
  expect(chosenArea(tree.areas, "532300", true)).toBeUndefined();
});
