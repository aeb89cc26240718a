import { afterAll, beforeAll, expect, test } from "vitest";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { listPlacements } from "~/data/placements/placement-list-view.server";
import { viewPlacement } from "~/data/placements/placement-view.server";
import { countLedger } from "~/data/placements/ledger-count-view.server";
import { listTodos } from "~/data/rosters/todo-view.server";
import { day } from "~/domain/shared/calendar-date";
import { countedText } from "~/domain/shared/counted";
import { done, refused } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { readLedgerFilter } from "~/routes/placements/ledger-address";
import { checkOverlaps } from "~/usecases/placements/check-overlaps.server";
import { leaveJob } from "~/usecases/placements/end-placement.server";
import { removePlacement } from "~/usecases/placements/remove-placement.server";
import { anActor } from "#test/builders/actor";
import { buildRoster } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aLine, COUNTY, FOREIGN, foreigner, NOW, officer, somebody } from "./ledger-support";

const TODAY = day("2020-07-01");
const AT_HOME = {
  ...{ creditCode: "", employerName: "普大姐家", employerKind: "HOUSEHOLD" },
  workplaceCode: COUNTY,
};

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const filterOf = (query: string) => readLedgerFilter(new URLSearchParams(query), () => false);
async function idsOf(query: string, actor = officer): Promise<string[]> {
  const top = { after: null, before: null };
  const { rows } = await listPlacements(actor, filterOf(query), top, 100, TODAY);
  return rows.map(({ id }) => id);
}
const overlapping = (actor = officer) => idsOf("state=all&check=overlap", actor);
const personOf = async (id: string) => {
  const { rows } = await at.owner.query<{ personId: string }>(
    'SELECT person_id AS "personId" FROM placement WHERE id = $1',
    [id],
  );
  return rows[0] ?? { personId: "" };
};

test("both lines of a person whose days meet are listed, counted and waiting at home, until one ends in time", async () => {
  const first = await aLine();
  const second = await aLine(await personOf(first), { ...AT_HOME, startedOn: "2020-06-01" });
  expect((await overlapping()).sort()).toEqual([first, second].sort());
  const { checks } = await countLedger(officer, filterOf("state=all"), TODAY);
  expect(checks.overlap).toBe(2);
  const { rows } = await listTodos(officer, "2020-07-01");
  expect(rows.find(({ what }) => what.startsWith("核对时间重叠"))).toMatchObject({
    what: "核对时间重叠：2 条",
    to: `/placements?state=all&county=${COUNTY}&check=overlap`,
  });
  const ending = { endedOn: day("2020-05-31"), reason: "CHANGED_JOB" as const };
  await leaveJob(officer, { placementId: first, version: 1 }, ending, NOW);
  expect(await overlapping()).toEqual([]);
});

test("the day of leaving and the first day elsewhere may not be the same one", async () => {
  const first = await aLine();
  const ending = { endedOn: day("2020-06-01"), reason: "CHANGED_JOB" as const };
  await leaveJob(officer, { placementId: first, version: 1 }, ending, NOW);
  const second = await aLine(await personOf(first), { ...AT_HOME, startedOn: "2020-06-01" });
  expect((await overlapping()).sort()).toEqual([first, second].sort());
  await removePlacement(officer, { placementId: second, version: 1, reason: "重复登记" }, NOW);
  expect(await overlapping()).toEqual([]);
});

test("an overlap found in order waits no more, is told with its reason, and opens again with what is new of it", async () => {
  const first = await aLine();
  const person = await personOf(first);
  const second = await aLine(person, { ...AT_HOME, startedOn: "2020-06-01" });
  const check = (change: object = {}, actor = officer) =>
    checkOverlaps(
      actor,
      { placementId: first, version: 1, seen: 1, reason: "两处均为非全日制", ...change },
      NOW,
    );
  const opened = async () => {
    const { checks } = await countLedger(officer, filterOf("state=all"), TODAY);
    const todo = (await listTodos(officer, "2020-07-01")).rows.find(({ what }) =>
      what.startsWith("核对时间重叠"),
    );
    expect(todo?.what).toBe(
      checks.overlap === 0 ? undefined : `核对时间重叠：${String(checks.overlap)} 条`,
    );
    expect(await idsOf("state=all&check=overlapChecked")).toHaveLength(checks.overlapChecked ?? -1);
    return (await overlapping()).sort();
  };
  expect(await check({ seen: 2 })).toEqual(refused({ kind: "changedByOthers" }));
  expect(await check({}, foreigner)).toEqual(refused({ kind: "notFound" }));
  const reviewer = anActor("reviewer", COUNTY);
  expect(await check({}, reviewer)).toEqual(refused({ kind: "forbidden" }));
  expect(await check()).toEqual(done(null));
  expect(await check()).toEqual(refused({ kind: "noneOpen" }));
  expect(await opened()).toEqual([second]);
  const toldOf = async (id: string) => {
    const head = await viewPlacementHead(officer, id, TODAY);
    return head && (await viewPlacement(officer, head, TODAY));
  };
  const page = await toldOf(first);
  expect(page?.details?.overlapCheck).toEqual({
    ...{ at: NOW.toISOString(), byName: "普经办", reason: "两处均为非全日制" },
  });
  expect(page?.history[0]).toMatchObject({ action: "核对时间重叠无误" });
  expect((await toldOf(second))?.details?.overlapCheck).toBeNull();

  // Less of what was looked at stays looked at; the same days again, and more of them, do not.
  const endSecond = (endedOn: string | null) =>
    at.owner.query(
      "UPDATE placement SET ended_on = $2, end_reason = CASE WHEN $2::date IS NULL THEN '' ELSE 'OTHER' END WHERE id = $1",
      [second, endedOn],
    );
  await endSecond("2020-06-20");
  expect(await opened()).toEqual([second]);
  await endSecond("2020-06-21");
  expect(await opened()).toEqual([first, second].sort());
  expect(await check()).toEqual(done(null));
  const third = await aLine(person, { ...AT_HOME, startedOn: "2020-06-25" });
  expect(await opened()).toEqual([first, second, third].sort());
  for (const placementId of [second, third]) {
    await removePlacement(officer, { placementId, version: 1, reason: "重复登记" }, NOW);
  }
  expect(await opened()).toEqual([]);
});

test("a class of another county in the same days is found, and let go when the class is put off", async () => {
  const person = somebody();
  const id = await aLine(person);
  const both = { ...foreigner, counties: [COUNTY, FOREIGN] };
  const { classId, id: rosterId } = await inTransaction(both, (tx) =>
    buildRoster(tx, {
      ...{ name: "家政班", countyCode: FOREIGN, createdBy: foreigner.userId },
      trainees: [{ ...person, phone: "13911110000" }],
    }),
  );
  expect(await overlapping()).toEqual([id]);
  expect(await overlapping(foreigner)).toEqual([]);
  const putOff = (startsOn: string, endsOn: string) =>
    at.owner.query("UPDATE training_class SET starts_on = $2, ends_on = $3 WHERE id = $1", [
      ...[classId, startsOn, endsOn],
    ]);
  await putOff("2020-03-01", "2020-05-05");
  expect(await overlapping()).toEqual([]);
  await putOff("2020-03-01", "2020-05-06");
  expect(await overlapping()).toEqual([id]);
  await at.owner.query("UPDATE roster_line SET removed_at = now() WHERE roster_id = $1", [
    rosterId,
  ]);
  expect(await overlapping()).toEqual([]);
});

test("organised lines that hang on no batch are found; those who went by themselves are not asked", async () => {
  const loose = await aLine();
  await aLine(somebody(), { arrangement: "SELF_ARRANGED" });
  const found = await idsOf("state=all&check=noBatch");
  expect(found).toContain(loose);
  const organised = await idsOf("state=all&arrangement=ORGANISED");
  expect(found.sort()).toEqual(organised.sort());
  expect(organised).not.toEqual(await idsOf("state=all"));
});

test("each tab and each check has the number of its list; a search without an index is counted once", async () => {
  await aLine(somebody(), { form: "FLEXIBLE", contractKind: "FLEXIBLE" });
  const numbersOf = async (query: string) => {
    const { states, checks } = await countLedger(officer, filterOf(query), TODAY);
    for (const [state, count] of Object.entries(states)) {
      expect([state, count]).toEqual([state, (await idsOf(`state=${state}&${query}`)).length]);
    }
    for (const [check, count] of Object.entries(checks)) {
      expect([check, count]).toEqual([check, (await idsOf(`check=${check}&${query}`)).length]);
    }
    return [Object.keys(states).length, Object.keys(checks).length];
  };
  expect(await numbersOf("")).toEqual([4, 3]);
  expect(await numbersOf(`county=${COUNTY}`)).toEqual([4, 3]);
  expect(await numbersOf("check=noBatch")).toEqual([1, 3]);
  expect(await numbersOf("form=FLEXIBLE")).toEqual([1, 0]);
});

test("nobody is counted beyond a thousand", () => {
  expect([1000, 1001, undefined].map(countedText)).toEqual(["1000", "1000+", undefined]);
});

test("another county's officer counts his own alone", async () => {
  const neighbour = anActor("caseOfficer", "532323");
  const { states } = await countLedger(neighbour, filterOf(""), TODAY);
  expect(states).toEqual({ inWork: 0, ended: 0, all: 0, removed: 0 });
});
