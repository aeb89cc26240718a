import { afterAll, beforeAll, expect, test } from "vitest";
import { monthsOf } from "~/data/posts/appointment-months.server";
import { findAppointment } from "~/data/posts/appointment-store.server";
import { listBoard } from "~/data/posts/board-list-view.server";
import { boardAreas, boardTotals, latestYear } from "~/data/posts/board-totals-view.server";
import { BOARD_STATES, type BoardFilter, type BoardState } from "~/domain/posts/board";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { anActor } from "#test/builders/actor";
import {
  aPost,
  approved,
  COUNTY,
  foreigner,
  locked,
  NOW,
  officer,
  paid,
} from "#test/db/posts/wage-support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const TOP = { cursor: { after: null, before: null }, size: 50 };
const TODAY = day("2020-06-02");
const asked = (township: string, told: Partial<BoardFilter> = {}): BoardFilter => ({
  ...{ county: "", township, village: "", title: "", text: "", state: "all", year: 2020 },
  ...{ quota: null, import: null },
  ...told,
});
const listed = async (township: string, state: BoardState, on = TODAY) => {
  const page = await listBoard(officer, asked(township, { state }), TOP, on);
  return page.rows.map(({ id }) => id);
};
const states = (id: string, ...months: readonly string[]) =>
  at.owner.query("UPDATE post_appointment SET stated_receipts = $2 WHERE id = $1", [id, months]);
const counted = (township: string, on = TODAY) => boardTotals(officer, asked(township), on);

test("[R12] a post is told 30 and 7 days before its term ends, on the day and not before it", async () => {
  const { id } = await aPost(at, {
    township: "到期镇",
    startsOn: "2020-03-01",
    endsOn: "2020-06-30",
  });
  expect(await listed("到期镇", "in30", day("2020-05-30"))).toEqual([]);
  expect(await listed("到期镇", "in30", day("2020-05-31"))).toEqual([id]);
  expect(await listed("到期镇", "in7", day("2020-06-22"))).toEqual([]);
  expect(await listed("到期镇", "in7", day("2020-06-23"))).toEqual([id]);
  expect(await counted("到期镇", day("2020-06-30"))).toMatchObject({ serving: 1, in30: 1, in7: 1 });
  const after = { serving: 0, in30: 0, in7: 0, ended: 1 };
  expect(await counted("到期镇", day("2020-07-01"))).toMatchObject(after);
});

test("whoever leaves before the end is in the post to that day, and his end is no news", async () => {
  const told = { township: "退岗镇", startsOn: "2020-03-01", endsOn: "2020-06-30" };
  await aPost(at, { ...told, leftOn: "2020-06-05" });
  expect(await counted("退岗镇")).toMatchObject({ serving: 1, in30: 0, ended: 0 });
  expect(await counted("退岗镇", day("2020-06-06"))).toMatchObject({ serving: 0, ended: 1 });
});

test("[R05] a month over without a signature waits, and no longer when it is signed", async () => {
  const post = { township: "签收镇", startsOn: "2020-05-01", endsOn: "2020-07-31" };
  const { id } = await aPost(at, { ...post, account: "6217001234567890" });
  expect(await listed("签收镇", "unsigned", day("2020-05-31"))).toEqual([]);
  expect(await listed("签收镇", "unsigned", day("2020-06-01"))).toEqual([id]);
  const sheetId = await approved("签收镇");
  await paid(at, sheetId, ["6217001234567890"]);
  expect(await counted("签收镇")).toMatchObject({ unsigned: 1 });
  const [before] = (await listBoard(officer, asked("签收镇"), TOP, TODAY)).rows;
  expect(before?.months[0]).toMatchObject({ payment: "PAID", receipt: "missing" });
  await locked(at, sheetId, NOW);
  expect(await counted("签收镇")).toMatchObject({ unsigned: 0 });
  const [after] = (await listBoard(officer, asked("签收镇"), TOP, TODAY)).rows;
  expect(after?.months[0]).toMatchObject({ attendance: "whole", receipt: "signed" });
  expect(after?.receipts).toEqual({ due: 1, signed: 1, stated: 0, missing: [] });
  expect(await listed("签收镇", "unsigned", day("2020-07-01"))).toEqual([id]);
});

test("[R05] a receipt that only a file states is told as that, and is no month that nobody signed for", async () => {
  const { id } = await aPost(at, { township: "文件镇", startsOn: "2020-04-01", marks: null });
  await states(id, "2020-04", "2020-05");
  const { rows } = await listBoard(officer, asked("文件镇", { state: "stated" }), TOP, TODAY);
  expect(rows[0]?.months.slice(0, 3).map(({ receipt }) => receipt)).toEqual([
    ...["stated", "stated", "notDue"],
  ]);
  expect(rows[0]?.receipts).toEqual({ due: 2, signed: 0, stated: 2, missing: [] });
  expect(await counted("文件镇")).toMatchObject({ unsigned: 0, stated: 1 });
  expect(await counted("文件镇", day("2020-07-01"))).toMatchObject({ unsigned: 1, stated: 1 });
});

test("[R05] a month signed for ahead, or outside the post, hides none that is missed", async () => {
  const { id } = await aPost(at, { township: "提前镇", startsOn: "2020-05-01", marks: null });
  await states(id, "2020-04", "2020-06");
  expect(await counted("提前镇", day("2020-05-31"))).toMatchObject({ unsigned: 0, stated: 1 });
  expect(await counted("提前镇", day("2020-06-01"))).toMatchObject({ unsigned: 1, stated: 1 });
  await at.owner.query(
    "UPDATE post_appointment SET left_on = '2020-05-31', leave_reason = 'OTHER' WHERE id = $1",
    [id],
  );
  expect(await counted("提前镇", day("2020-06-01"))).toMatchObject({ unsigned: 1, stated: 0 });
});

test("[R05] a stated month that is locked here has its receipt, and is counted once", async () => {
  const post = { township: "补签镇", startsOn: "2020-05-01", endsOn: "2020-07-31" };
  const { id } = await aPost(at, { ...post, account: "6217001234567777" });
  await states(id, "2020-05");
  const sheetId = await approved("补签镇");
  await paid(at, sheetId, ["6217001234567777"]);
  expect(await counted("补签镇")).toMatchObject({ unsigned: 0, stated: 1 });
  await locked(at, sheetId, NOW);
  expect(await counted("补签镇")).toMatchObject({ unsigned: 0, stated: 0 });
  expect(await counted("补签镇", day("2020-07-01"))).toMatchObject({ unsigned: 1, stated: 0 });
});

test("[R05] what is owed is owed of whatever year, county by county", async () => {
  const { id } = await aPost(at, { township: "旧账镇", marks: null });
  const later = day("2022-01-01");
  const page = await listBoard(
    officer,
    asked("旧账镇", { state: "unsigned", year: 2022 }),
    TOP,
    later,
  );
  expect(page.rows.map((row) => row.id)).toEqual([id]);
  const totals = await boardTotals(officer, asked("旧账镇", { year: 2022 }), later);
  expect(totals).toMatchObject({ all: 0, ended: 0, unsigned: 1 });
  const areas = await boardAreas(officer, asked("旧账镇", { year: 2022 }), "county", later);
  expect(areas).toMatchObject([{ all: 0, unsigned: 1 }]);
});

test("a place of which nothing is to be counted in the year or today is no line", async () => {
  const days = { startsOn: "2020-05-01", endsOn: "2020-07-31", marks: null };
  const { id } = await aPost(at, { township: "空白镇", ...days });
  await states(id, "2020-05", "2020-06", "2020-07");
  const areas = (year: number) =>
    boardAreas(officer, asked("空白镇", { year }), "village", day("2020-08-01"));
  expect(await areas(2020)).toHaveLength(1);
  await at.owner.query(
    "UPDATE post_appointment SET stated_receipts = '{}', state = 'proposed', confirmed_at = NULL, confirmed_by = NULL, confirmed_by_name = NULL WHERE id = $1",
    [id],
  );
  expect(await areas(2021)).toHaveLength(1);
  await at.owner.query(
    "UPDATE post_appointment SET removed_at = now(), removed_reason = '误录' WHERE id = $1",
    [id],
  );
  expect(await areas(2020)).toEqual([]);
});

test("the board begins with the latest year that has posts and has come", async () => {
  const actor = anActor("caseOfficer", "532331", "禄丰人");
  const year = (on: string) => latestYear(actor, day(on));
  expect(await year("2021-05-01")).toBe(2021);
  const { id } = await aPost(at, { marks: null, startsOn: "2020-10-01", endsOn: "2021-03-31" });
  const move = (days: string) =>
    at.owner.query(`UPDATE post_appointment SET county_code = '532331', ${days} WHERE id = $1`, [
      id,
    ]);
  await move("starts_on = starts_on");
  expect([await year("2020-05-01"), await year("2021-05-01"), await year("2023-01-01")]).toEqual([
    ...[2020, 2021, 2021],
  ]);
  await move("starts_on = '2023-01-01', ends_on = '2023-06-30'");
  expect([await year("2022-12-31"), await year("2023-01-01")]).toEqual([2022, 2023]);
});

test("a month in which nobody worked has nothing to sign for", async () => {
  const post = { township: "缺勤镇", startsOn: "2020-05-01", endsOn: "2020-07-31" };
  await aPost(at, { ...post, marks: "A".repeat(31) });
  expect(await counted("缺勤镇")).toMatchObject({ all: 1, unsigned: 0 });
});

test("proposed posts are told apart, and a year has the posts with a day in it", async () => {
  const { id } = await aPost(at, { township: "拟聘镇", state: "proposed", marks: null });
  expect(await listed("拟聘镇", "proposed")).toEqual([id]);
  expect(await counted("拟聘镇")).toMatchObject({ proposed: 1, serving: 0, unsigned: 0 });
  await aPost(at, {
    township: "跨年镇",
    startsOn: "2020-10-02",
    endsOn: "2021-01-01",
    marks: null,
  });
  const inYear = async (year: number) =>
    (await boardTotals(officer, asked("跨年镇", { year }), TODAY)).all;
  expect([await inYear(2019), await inYear(2020), await inYear(2021), await inYear(2022)]).toEqual([
    ...[0, 1, 1, 0],
  ]);
  expect(await latestYear(officer, TODAY)).toBe(2020);
});

test("figures are those of the lists, area by area too, and pages go on and back", async () => {
  for (let n = 0; n < 3; n += 1) await aPost(at, { township: "分页镇", marks: null });
  const totals = await counted("分页镇");
  for (const state of BOARD_STATES) {
    expect(await listed("分页镇", state)).toHaveLength(totals[state]);
  }
  const areas = await boardAreas(officer, asked("分页镇"), "village", TODAY);
  expect(areas).toMatchObject([{ countyName: "南华县", township: "分页镇", all: 3, unsigned: 3 }]);
  const page = (cursor: { after: string | null; before: string | null }) =>
    listBoard(officer, asked("分页镇"), { cursor, size: 2 }, TODAY);
  const first = await page({ after: null, before: null });
  const second = await page({ after: first.after, before: null });
  const back = await page({ after: null, before: second.before });
  expect([first.rows.length, second.rows.length]).toEqual([2, 1]);
  expect(back.rows).toEqual(first.rows);
});

test("another county sees none of it, and a district officer neither village nor attendance", async () => {
  await aPost(at, { township: "外县镇" });
  expect(await boardTotals(foreigner, asked("外县镇"), TODAY)).toMatchObject({ all: 0 });
  const paired = { district: "310104", county: COUNTY, from: "2020-01-01", to: null };
  const district = anActor("districtOfficer", "310104");
  const visitor = { ...district, counties: [COUNTY], pairedCounties: [paired] };
  const { rows } = await listBoard(visitor, asked("外县镇"), TOP, TODAY);
  expect(rows[0]).toMatchObject({ place: "南华县" });
  expect(rows[0]?.maskedId).toMatch(/^\d{6}\*{8}/);
  expect(rows[0]?.months.every(({ attendance }) => attendance === null)).toBe(true);
  // A labour station learns no more of a post; who also writes the county's posts, all.
  const station = anActor("labourStationOfficer", COUNTY);
  const seen = await listBoard(station, asked("外县镇"), TOP, TODAY);
  expect(seen.rows[0]).toMatchObject({ place: "南华县", months: rows[0]?.months });
  const both = { ...station, assignments: [...station.assignments, ...officer.assignments] };
  const whole = await listBoard(both, asked("外县镇"), TOP, TODAY);
  expect(whole.rows[0]).toMatchObject({ place: "南华县 外县镇" });
});

test("[R05] the appointment tells the very receipts of the board, those of the file among them", async () => {
  const { id } = await aPost(at, { township: "一致镇", startsOn: "2020-04-01", marks: null });
  await states(id, "2020-04");
  const one = await inTransaction(officer, async (tx) => {
    const record = await findAppointment(tx, id);
    return record === null ? [] : monthsOf(tx, record, true);
  });
  const [row] = (await listBoard(officer, asked("一致镇"), TOP, day("2026-11-22"))).rows;
  const receipts = one.map(({ receipt }) => receipt);
  expect(receipts).toEqual(row?.months.map(({ receipt }) => receipt));
  expect(receipts.slice(0, 2)).toEqual(["stated", "missing"]);
});
