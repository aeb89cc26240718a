import { afterAll, beforeAll, expect, test } from "vitest";
import { countLedger } from "~/data/placements/ledger-count-view.server";
import { viewLedgerExport } from "~/data/placements/ledger-export-view.server";
import { viewLedgerFigures } from "~/data/placements/ledger-figures-view.server";
import { listFollowUps } from "~/data/placements/follow-up-list-view.server";
import { listPlacements } from "~/data/placements/placement-list-view.server";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
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

const filterOf = (address: string) => readLedgerFilter(new URLSearchParams(address), () => false);
const listOf = async (address: string, on = ON) =>
  (await listPlacements(officer, filterOf(address), TOP, 200, on)).rows;
const lengthOf = async (address: string) => (await listOf(address)).length;
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

test("whoever leaves today is in work today and has left tomorrow: on the tile, the tab, its list, and in the file", async () => {
  const { id } = await aPlacement(at, employerId, { endedOn: TODAY, nextFollowUpOn: null });
  const seenOn = async (on: CalendarDate) => {
    const { states } = await countLedger(officer, filterOf(""), on);
    const inWork = await listOf("state=inWork", on);
    const ended = await listOf("state=ended", on);
    const tile = (await viewLedgerFigures(officer, on))?.inWork;
    const file = (await viewLedgerExport(officer, filterOf("state=inWork"), on))?.lines;
    expect([tile, states.inWork, file]).toEqual([inWork.length, inWork.length, inWork.length]);
    expect([states.ended, states.all]).toEqual([ended.length, ended.length + inWork.length]);
    const isHis = (row: { readonly id: string }) => row.id === id;
    return [inWork.find(isHis)?.hasLeft, ended.find(isHis)?.hasLeft];
  };
  expect(await seenOn(ON)).toEqual([false, undefined]);
  expect(await seenOn(day("2020-05-22"))).toEqual([undefined, true]);
});

test("the ledger calls lost whoever was found lost, until he is found in work or leaves", async () => {
  const { id, personId } = await aPlacement(at, employerId);
  const record = (contactedOn: string, outcome: string, voidedAt: string | null = null) =>
    at.owner.query(
      `INSERT INTO follow_up (id, county_code, placement_id, person_id, contacted_on, method, outcome,
         recorded_by, recorded_by_name, recorded_at, voided_at, voided_by, voided_by_name, void_reason)
       VALUES (gen_random_uuid(), '532324', $1, $2, $3, 'PHONE', $4, $2, '某', now(), $5::timestamptz,
         CASE WHEN $5::timestamptz IS NOT NULL THEN $2::uuid END,
         CASE WHEN $5::timestamptz IS NOT NULL THEN '某' END,
         CASE WHEN $5::timestamptz IS NOT NULL THEN '记错人' END)`,
      [id, personId, contactedOn, outcome, voidedAt],
    );
  const isLost = async () => (await listOf("")).find((row) => row.id === id)?.isLost;
  expect(await isLost()).toBe(false);
  await record("2020-05-10", "LOST", "2020-05-11T00:00:00Z");
  expect(await isLost()).toBe(false);
  await record("2020-05-12", "LOST");
  await record("2020-05-13", "NO_ANSWER");
  expect(await isLost()).toBe(true);
  expect((await viewPlacementHead(officer, id, ON))?.isLost).toBe(true);
  await record("2020-05-14", "ON_JOB");
  expect(await isLost()).toBe(false);
});
