import { afterAll, beforeAll, expect, test } from "vitest";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { viewPlacement } from "~/data/placements/placement-view.server";
import { day } from "~/domain/shared/calendar-date";
import { rewritePlacement } from "~/usecases/placements/change-placement.server";
import { leaveJob } from "~/usecases/placements/end-placement.server";
import { removePlacement } from "~/usecases/placements/remove-placement.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aLine, COUNTY, filing, NOW, officer } from "./ledger-support";

const TODAY = day("2020-07-01");
const reviewer = anActor("reviewer", COUNTY, "尹审核");

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

async function historyOf(id: string, actor = officer) {
  const head = await viewPlacementHead(actor, id, TODAY);
  if (head === null) throw new Error("no such line in scope");
  return (await viewPlacement(actor, head, TODAY)).history;
}

test("a line tells who filed, corrected, ended and removed it, the newest first, with what stood before", async () => {
  const id = await aLine();
  const asked = (version: number) => ({ placementId: id, version });
  await rewritePlacement(officer, asked(1), filing({ workplaceCode: "310113" }), NOW);
  const ending = { endedOn: day("2020-06-30"), reason: "CONTRACT_ENDED" as const };
  await leaveJob(officer, asked(2), ending, NOW);
  await removePlacement(officer, { ...asked(3), reason: "重复登记" }, NOW);
  const history = await historyOf(id, reviewer);
  expect(history.map(({ action }) => action)).toEqual([
    ...["移出就业台账", "办理离岗", "修改就业登记", "登记转移就业"],
  ]);
  const [removed, , changed] = history;
  expect(removed).toMatchObject({ actorName: "普经办", at: NOW.toISOString() });
  expect(removed?.detail).toContain("理由：重复登记");
  expect(changed?.detail).toContain("原为：就业地 上海市嘉定区");
  expect(changed?.detail).toContain("改为：就业地 上海市宝山区");
});

test("a district officer is shown no history, and of another line nothing is told", async () => {
  const id = await aLine();
  await aLine();
  expect(await historyOf(id)).toHaveLength(1);
  const pairing = { district: "310114", county: COUNTY, from: "2020-01-01", to: null };
  const district = anActor("districtOfficer", "310114");
  const paired = { ...district, pairedCounties: [pairing], counties: [COUNTY] };
  expect(await historyOf(id, paired)).toEqual([]);
});
