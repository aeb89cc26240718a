import { afterAll, beforeAll, expect, test } from "vitest";
import { countFollowUps } from "~/data/placements/follow-up-counts-view.server";
import { viewFollowUpHistory } from "~/data/placements/follow-up-history-view.server";
import { listFollowUps } from "~/data/placements/follow-up-list-view.server";
import { countFollowUpTodos, followUpTodos } from "~/data/placements/follow-up-todos.server";
import { listHelp } from "~/data/placements/help-list-view.server";
import { viewRetention } from "~/data/placements/retention-view.server";
import type { Actor } from "~/domain/access/actor";
import { FOLLOW_UP_TABS, type FollowUpTab } from "~/domain/placements/follow-up-tab";
import { addDays, day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { recordFollowUp } from "~/usecases/placements/record-follow-up.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as support from "./follow-up-support";

const { COUNTY, foreigner, NOW, officer, reader } = support;
const TODAY = day(support.TODAY);
const TOP = { after: null, before: null };
const DISTRICT = "310114";
const district: Actor = {
  ...anActor("districtOfficer", DISTRICT),
  pairedCounties: [{ district: DISTRICT, county: COUNTY, from: "2020-01-01", to: null }],
  counties: [DISTRICT, COUNTY],
};

let at: TestPlatform;
let employerId: string;
const due = new Map<number, string>();

/** People due so many days from today, by name; and one ended, one removed, both overdue. */
beforeAll(async () => {
  at = await openTestPlatform();
  employerId = await support.anEmployer(at);
  for (const ahead of [7, -3, 0, 8, -1, 1]) {
    const nextFollowUpOn = addDays(TODAY, ahead);
    const change = { nextFollowUpOn, name: `应${ahead}` };
    due.set(ahead, (await support.aPlacement(at, employerId, change)).id);
  }
  const over = { nextFollowUpOn: "2020-05-01", startedOn: "2020-04-01", endedOn: "2020-05-20" };
  await support.aPlacement(at, employerId, { ...over, name: "离岗" });
  const { id } = await support.aPlacement(at, employerId, { name: "移出" });
  await at.owner.query("UPDATE placement SET removed_at = now() WHERE id = $1", [id]);
});
afterAll(() => at.close());

const list = (tab: FollowUpTab, actor = officer, cursor: typeof TOP | object = TOP, size = 50) =>
  listFollowUps(actor, { tab, county: "" }, { cursor: { ...TOP, ...cursor }, size, today: TODAY });
const names = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).rows.map(({ name }) => name);

function record(id: string, change: Record<string, string>, version: number, daysAgo = 0) {
  const contactedOn = addDays(TODAY, -daysAgo);
  const entry = support.entryOf({ contactedOn, ...change });
  return recordFollowUp(officer, { placementId: id, version, entry }, NOW);
}

test("[R24] what is overdue comes first, then today, then the next seven days, not the eighth", async () => {
  expect(await names("due")).toEqual(["应-3", "应-1", "应0", "应1", "应7"]);
  expect(await names("overdue")).toEqual(["应-3", "应-1"]);
  const { rows } = await list("due");
  expect(rows.map((row) => row.due?.late)).toEqual([3, 1, 0, -1, -7]);
  expect(rows[0]).toMatchObject({ maskedId: expect.stringMatching(/^\d{6}\*{8}\d{3}[\dX]$/) });
  expect(JSON.stringify(rows)).not.toContain(support.PHONE);
});

test("the list pages by key, forward and back", async () => {
  const first = await list("due", officer, {}, 2);
  const second = await list("due", officer, { after: first.after }, 2);
  expect(second.rows.map(({ name }) => name)).toEqual(["应0", "应1"]);
  const back = await list("due", officer, { before: second.before }, 2);
  expect(back.rows.map(({ name }) => name)).toEqual(["应-3", "应-1"]);
});

test("[R24] a reader sees the list without its buttons, another county none of it", async () => {
  const { rows } = await list("due", reader);
  expect(rows.every(({ mayWrite, mayReveal }) => !mayWrite && !mayReveal)).toBe(true);
  expect((await list("due")).rows.every(({ mayWrite, mayReveal }) => mayWrite && mayReveal)).toBe(
    true,
  );
  expect(await names("due", foreigner)).toEqual([]);
  expect(await countFollowUps(foreigner, "", TODAY)).toMatchObject({ due: 0, overdue: 0 });
});

test("[R24] the home page names each county's overdue calls and open help, to who makes them only", async () => {
  const todosOf = (actor: Actor) =>
    inTransaction(actor, async (tx) => [
      await followUpTodos(tx, actor, TODAY),
      await countFollowUpTodos(tx, actor, TODAY),
    ]);
  const overdue = {
    ...{ what: "跟踪回访逾期", countyName: "南华县" },
    ...{ detail: "2 条，最早的应在 2020-05-18 回访" },
    to: `/follow-ups?tab=overdue&county=${COUNTY}`,
  };
  expect(await todosOf(officer)).toEqual([[overdue], 1]);
  expect(await todosOf(reader)).toEqual([[], 0]);
});

test("[R24] who is not reached, who was asked lately and who asked for help each have their list", async () => {
  const lost = due.get(-3) ?? "";
  for (const version of [1, 2, 3]) await record(lost, { outcome: "NO_ANSWER" }, version);
  await record(due.get(-1) ?? "", { outcome: "LOST" }, 1, 8);
  await record(due.get(0) ?? "", { helpAsked: "想学电焊", monthlyWageFen: "4800" }, 1, 7);
  expect((await names("lost")).sort()).toEqual(["应-1", "应-3"]);
  expect(await names("recent")).toEqual(["应-3", "应0"]);
  const { rows } = await list("recent");
  expect(rows.map(({ lastContactAge }) => lastContactAge)).toEqual([0, 7]);
  const counts = await countFollowUps(officer, COUNTY, TODAY);
  for (const tab of FOLLOW_UP_TABS) expect(counts[tab]).toBe((await list(tab)).rows.length);
  expect(counts).toMatchObject({ lost: 2, helpOpen: 1, helpGiven: 0 });
  const help = { given: false, county: "" };
  const page = { cursor: TOP, size: 50, today: TODAY };
  expect((await listHelp(officer, help, page)).rows).toMatchObject([
    { name: "应0", helpAsked: "想学电焊", mayWrite: true },
  ]);
  expect((await listHelp(officer, { ...help, given: true }, page)).rows).toEqual([]);
});

test("[R24] a district officer reads outcomes and dates, not the note, the wage nor the help", async () => {
  const id = due.get(0) ?? "";
  const whole = await viewFollowUpHistory(officer, id, TODAY);
  expect(whole?.entries).toMatchObject([{ helpAsked: "想学电焊", wage: "4,800 元" }]);
  const part = await viewFollowUpHistory(district, id, TODAY);
  expect(part?.entries).toMatchObject([{ outcome: "ON_JOB", helpAsked: "", wage: "", note: "" }]);
  expect(part).toMatchObject({ mayWrite: false, mayReveal: false });
  expect(await viewFollowUpHistory(foreigner, id, TODAY)).toBeNull();
  const page = { cursor: TOP, size: 50, today: TODAY };
  const [row] = (await listHelp(district, { given: false, county: "" }, page)).rows;
  expect(row).toMatchObject({ helpAsked: "", mayWrite: false });
});

test("[R24] a call that found somebody in work proves its month on the card", async () => {
  const { id, personId } = await support.aPlacement(at, employerId);
  await record(id, {}, 1);
  const view = await viewRetention(
    officer,
    { id: personId, countyCode: COUNTY },
    day("2020-06-05"),
  );
  expect(view.spells).toMatchObject([
    { wholeMonths: 1, provedMonths: 1, months: [{ proofs: ["回访在岗"] }] },
  ]);
  expect(view.gap).toEqual({ value: 15, source: null });
});
