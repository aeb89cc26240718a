import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "~/domain/shared/calendar-date";
import { openWageSheet } from "~/usecases/posts/open-wage-sheet.server";
import { recordAttendance, type AskedMonth } from "~/usecases/posts/record-attendance.server";
import { submitWageSheet } from "~/usecases/posts/submit-wage-sheet.server";
import { anActor } from "#test/builders/actor";
import { aPost, COUNTY, foreigner, MAY, NOW, officer, reviewer } from "#test/db/posts/wage-support";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const WORKED: AskedMonth["entry"] = { whole: "P", days: {} };
const enter = (
  appointmentId: string,
  entry: AskedMonth["entry"] = WORKED,
  told: { version?: number; actor?: typeof officer; now?: Date; month?: typeof MAY } = {},
) => {
  const { version = 0, actor = officer, now = NOW, month = MAY } = told;
  return recordAttendance(
    actor,
    { month, rows: [{ appointmentId, version, entry, note: null }] },
    now,
  );
};
async function stored(id: string, month = "2020-05-01") {
  const { rows } = await at.owner.query<{ marks: string; worked: number; absent: number }>(
    `SELECT marks, worked_days AS worked, absent_days AS absent FROM post_attendance
     WHERE appointment_id = $1 AND month = $2`,
    [id, month],
  );
  return rows[0] ?? null;
}

test("[R05] nothing is entered until an officer says so: a whole month with its exceptions by day", async () => {
  const { id } = await aPost(at, { marks: null });
  expect(await stored(id)).toBeNull();
  const entry = { whole: "P", days: { R: [2, 3], A: [31] } } as const;
  expect(await enter(id, entry)).toEqual({ ok: true, value: 1 });
  expect(await stored(id)).toEqual({ marks: `PRR${"P".repeat(27)}A`, worked: 28, absent: 1 });
  const { rows } = await at.owner.query(
    "SELECT detail FROM trail_event WHERE action = 'post.attendance' AND subject_id = $1",
    [id],
  );
  expect(rows).toHaveLength(1);
});

test("[R05] days outside the post stay out, on its first and last day", async () => {
  const { id } = await aPost(at, { marks: null, startsOn: "2020-05-11", endsOn: "2020-08-10" });
  expect(await enter(id, { whole: "P", days: { A: [10] } })).toMatchObject({
    refusal: { rows: [{ problem: { kind: "outside", day: 10 } }] },
  });
  await enter(id, { whole: "P", days: { A: [11] } });
  expect((await stored(id))?.marks).toBe(`${"-".repeat(10)}A${"P".repeat(20)}`);
  const left = await aPost(at, { marks: null, leftOn: "2020-05-15" });
  await enter(left.id);
  expect((await stored(left.id))?.marks).toBe(`${"P".repeat(15)}${"-".repeat(16)}`);
  const early = await aPost(at, { marks: null, startsOn: "2020-06-01", endsOn: "2020-08-31" });
  expect(await enter(early.id)).toMatchObject({
    refusal: { rows: [{ problem: { kind: "notOpen" } }] },
  });
});

test("a day is not entered before it has come: on the day itself it is", async () => {
  const { id } = await aPost(at, { marks: null });
  const on20th = new Date("2020-05-20T02:00:00Z");
  await enter(id, WORKED, { now: on20th });
  expect((await stored(id))?.marks).toBe(`${"P".repeat(20)}${"?".repeat(11)}`);
  const ahead = { whole: null, days: { A: [21] } };
  expect(await enter(id, ahead, { version: 1, now: on20th })).toMatchObject({
    refusal: { rows: [{ problem: { kind: "notYet", day: 21 } }] },
  });
  expect(await enter(id, { whole: null, days: { A: [20] } }, { version: 1, now: on20th })).toEqual({
    ok: true,
    value: 1,
  });
});

test("a post that is not confirmed has no attendance, and a stale page changes nothing", async () => {
  const proposed = await aPost(at, { marks: null, state: "proposed" });
  expect(await enter(proposed.id)).toMatchObject({
    refusal: { rows: [{ problem: { kind: "notOpen" } }] },
  });
  const { id } = await aPost(at, { marks: null });
  await enter(id);
  expect(await enter(id, { whole: "A", days: {} })).toMatchObject({
    refusal: { rows: [{ problem: { kind: "changedByOthers" } }] },
  });
  expect((await stored(id))?.absent).toBe(0);
});

test("one wrong row keeps the whole page from being written", async () => {
  const [good, bad] = [await aPost(at, { marks: null }), await aPost(at, { marks: null })];
  const row = { version: 0, note: null };
  const rows = [
    { ...row, appointmentId: good.id, entry: WORKED },
    { ...row, appointmentId: bad.id, entry: { whole: "P", days: { A: [3], R: [3] } } as const },
  ];
  expect(await recordAttendance(officer, { month: MAY, rows }, NOW)).toMatchObject({
    refusal: { rows: [{ name: bad.name, problem: { kind: "twice", day: 3 } }] },
  });
  expect(await stored(good.id)).toBeNull();
});

test("[R05] once its wages are handed in a month stands, and is told by the sheet's name", async () => {
  const { id } = await aPost(at, { township: "沙桥镇" });
  const asked = { countyCode: COUNTY, month: MAY, township: "沙桥镇", fundSource: "" };
  const sheetId = value(await openWageSheet(officer, asked, NOW));
  const same = { whole: null, days: { P: [1] } } as const;
  expect(await enter(id, same, { version: 1 })).toMatchObject({ ok: true });
  const { rows } = await at.owner.query<{ version: number }>(
    "SELECT version FROM wage_sheet WHERE id = $1",
    [sheetId],
  );
  const version = rows[0]?.version ?? 0;
  value(await submitWageSheet(officer, { sheetId, version }, NOW));
  expect(await enter(id, { whole: "A", days: {} }, { version: 2 })).toMatchObject({
    refusal: {
      rows: [
        { problem: { kind: "handedIn", label: expect.stringMatching(/^2020年5月/) as string } },
      ],
    },
  });
  const other = { version: 0, month: day("2020-06-01"), now: new Date("2020-07-01T02:00:00Z") };
  expect(await enter(id, WORKED, other)).toMatchObject({ ok: true });
});

test("another county's post is not found, and who only reviews enters nothing", async () => {
  const { id } = await aPost(at, { marks: null });
  expect(await enter(id, WORKED, { actor: foreigner })).toMatchObject({
    refusal: { kind: "notFound" },
  });
  expect(await enter(id, WORKED, { actor: reviewer })).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await enter(id, WORKED, { actor: anActor("finance", COUNTY) })).toMatchObject({
    refusal: { kind: "forbidden" },
  });
});
