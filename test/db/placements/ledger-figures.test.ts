import { afterAll, beforeAll, expect, test } from "vitest";
import { viewLedgerFigures } from "~/data/placements/ledger-figures-view.server";
import { listFollowUps } from "~/data/placements/follow-up-list-view.server";
import { listPlacements } from "~/data/placements/placement-list-view.server";
import { day } from "~/domain/shared/calendar-date";
import { readLedgerFilter } from "~/routes/placements/ledger-address";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { anEmployer, aPlacement, foreigner, officer, TODAY } from "./follow-up-support";

const TOP = { after: null, before: null };
const ON = day(TODAY);

let at: TestPlatform;
let employerId: string;

beforeAll(async () => {
  at = await openTestPlatform();
  employerId = await anEmployer(at);
  const sound = { verifiedCategory: "LIFTED", evidence: 1 } as const;
  await aPlacement(at, employerId, sound);
  await aPlacement(at, employerId, { ...sound, evidence: 0, nextFollowUpOn: "2020-05-20" });
  await aPlacement(at, employerId, { ...sound, nextFollowUpOn: "2020-05-28" });
  await aPlacement(at, employerId, { ...sound, nextFollowUpOn: "2020-05-29" });
  await aPlacement(at, employerId, { ...sound, endedOn: "2020-05-10", nextFollowUpOn: null });
  await aPlacement(at, employerId, { ...sound, countyCode: "530381" });
});
afterAll(() => at.close());

const lengthOf = async (address: string) => {
  const filter = readLedgerFilter(new URLSearchParams(address), () => false);
  return (await listPlacements(officer, filter, TOP, 200, ON)).rows.length;
};
const askedOf = async (tab: "due" | "overdue") => {
  const page = { cursor: TOP, size: 200, today: ON };
  return (await listFollowUps(officer, { tab, county: "" }, page)).rows.length;
};

test("each figure of the home page is as long as the list it opens", async () => {
  const figures = await viewLedgerFigures(officer, ON);
  expect(figures).toEqual({ inWork: 4, proved: 4, due: 3, overdue: 1 });
  expect(figures).toEqual({
    inWork: await lengthOf(""),
    proved: await lengthOf("state=all&proof=proved"),
    due: await askedOf("due"),
    overdue: await askedOf("overdue"),
  });
});

test("they follow the ledger at once, stop at the county's border, and are not everybody's", async () => {
  const { id } = await aPlacement(at, employerId, { evidence: 0 });
  expect(await viewLedgerFigures(officer, ON)).toMatchObject({ inWork: 5, proved: 4 });
  await at.owner.query("UPDATE placement SET ended_on = '2020-05-15' WHERE id = $1", [id]);
  expect(await viewLedgerFigures(officer, ON)).toMatchObject({ inWork: 4, due: 3 });
  expect(await viewLedgerFigures(foreigner, ON)).toMatchObject({ inWork: 1 });
  expect(await viewLedgerFigures(anActor("systemAdministrator", "532324"), ON)).toBeNull();
});
