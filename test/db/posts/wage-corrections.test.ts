import { afterAll, beforeAll, expect, test } from "vitest";
import { fen } from "~/domain/shared/fen";
import { correctWage } from "~/usecases/posts/correct-wage.server";
import { voidCorrection } from "~/usecases/posts/void-correction.server";
import { openWageSheet } from "~/usecases/posts/open-wage-sheet.server";
import { redrawWageSheet, removeWageSheet } from "~/usecases/posts/rewrite-wage-sheet.server";
import { recordAttendance } from "~/usecases/posts/record-attendance.server";
import { submitWageSheet } from "~/usecases/posts/submit-wage-sheet.server";
import {
  aPost,
  approved,
  aSheet,
  COUNTY,
  finance,
  foreigner,
  JUNE,
  LATER,
  linesOf,
  locked,
  NOW,
  officer,
  paid,
} from "#test/db/posts/wage-support";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

let serial = 0;

/** Somebody whose May is locked at 10 days absent of 31: 677.42 of 1,000 yuan. */
async function lockedMay(township: string, endsOn = "2020-09-30") {
  serial += 1;
  const account = `62170077000000${String(serial).padStart(2, "0")}`;
  const post = await aPost(at, {
    township,
    account,
    endsOn,
    marks: `${"P".repeat(21)}${"A".repeat(10)}`,
  });
  const sheetId = await approved(township);
  await paid(at, sheetId, [account]);
  await locked(at, sheetId);
  const [line] = await linesOf(at, sheetId);
  return { post, sheetId, lineId: line?.id ?? "", township };
}
type Locked = Awaited<ReturnType<typeof lockedMay>>;

const correct = ({ sheetId, lineId }: Locked, yuan: number, reason = "考勤漏记", actor = officer) =>
  correctWage(actor, { sheetId, lineId, amountFen: fen(Math.round(yuan * 100)), reason }, NOW);
const adjustmentOf = async ({ lineId }: Locked) => {
  const { rows } = await at.owner.query<{ id: string; lineId: string | null }>(
    `SELECT id, line_id AS "lineId" FROM wage_adjustment WHERE of_line_id = $1 ORDER BY entered_at, id`,
    [lineId],
  );
  return rows;
};
const workedInJune = (
  one: Locked,
  entry: Parameters<typeof recordAttendance>[1]["rows"][0]["entry"],
) =>
  recordAttendance(
    officer,
    { month: JUNE, rows: [{ appointmentId: one.post.id, version: 0, note: null, entry }] },
    LATER,
  );

test("[R05] what a locked month paid too little is paid with the next month's line", async () => {
  const one = await lockedMay("补发镇");
  value(await correct(one, 200));
  value(await workedInJune(one, { whole: "P", days: {} }));
  const next = await aSheet(one.township, JUNE, LATER);
  const [line] = await linesOf(at, next);
  expect(line).toMatchObject({ dueFen: 100_000, adjustFen: 20_000, payFen: 120_000 });
  expect(await adjustmentOf(one)).toMatchObject([{ lineId: line?.id }]);
  const asked = { ...one, adjustmentId: (await adjustmentOf(one))[0]?.id ?? "", reason: "x" };
  expect(await voidCorrection(officer, asked, NOW)).toMatchObject({ refusal: { kind: "settled" } });
  value(await removeWageSheet(officer, { sheetId: next, version: 1, reason: "重做" }, LATER));
  expect(await adjustmentOf(one)).toMatchObject([{ lineId: null }]);
  expect(await linesOf(at, one.sheetId)).toMatchObject([{ dueFen: 67_742, payFen: 67_742 }]);
});

test("[R05] a month is corrected up to its rate and down to nothing, not a fen further", async () => {
  const one = await lockedMay("界限镇");
  const amount = { refusal: { kind: "amount" } };
  expect(await correct(one, 322.59)).toMatchObject(amount);
  expect(await correct(one, -677.43)).toMatchObject(amount);
  expect(await correct(one, 0)).toMatchObject(amount);
  expect(await correct(one, 10, " ")).toMatchObject({ refusal: { kind: "reasonMissing" } });
  expect(await correct(one, 322.58)).toMatchObject({ ok: true });
  expect(await correct(one, 0.01)).toMatchObject(amount);
  const [id] = (await adjustmentOf(one)).map((row) => row.id);
  value(await voidCorrection(officer, { ...one, adjustmentId: id ?? "", reason: "录错" }, NOW));
  expect(await correct(one, -677.42)).toMatchObject({ ok: true });
});

test("[R05] what is kept back never takes a month below nothing: the rest waits for a later month", async () => {
  const one = await lockedMay("扣回镇");
  value(await correct(one, -500));
  value(await correct(one, -100));
  value(await workedInJune(one, { whole: "A", days: { P: [1, 2, 3] } }));
  const next = await aSheet(one.township, JUNE, LATER);
  expect(await linesOf(at, next)).toMatchObject([
    { dueFen: 10_000, adjustFen: -10_000, payFen: 0 },
  ]);
  const rows = await adjustmentOf(one);
  expect(rows.map(({ lineId }) => lineId === null)).toEqual([true, false]);
});

test("[R05] what the last month of a post paid too little is settled after its end; nothing is kept back then", async () => {
  const one = await lockedMay("期满镇", "2020-05-31");
  const june = { countyCode: COUNTY, month: JUNE, township: one.township, fundSource: "" };
  value(await correct(one, -100));
  expect(await openWageSheet(officer, june, LATER)).toMatchObject({ refusal: { kind: "nobody" } });
  value(await correct(one, 200));
  const [line] = await linesOf(at, await aSheet(one.township, JUNE, LATER));
  expect(line).toMatchObject({ dueFen: 0, adjustFen: 10_000, payFen: 10_000 });
  await expect(
    at.owner.query("UPDATE wage_line SET adjust_fen = 0, pay_fen = 0 WHERE id = $1", [line?.id]),
  ).rejects.toThrow(/line_days/);
});

test("a correction entered after the draft keeps it from being handed in until it is drawn anew", async () => {
  const one = await lockedMay("后到镇");
  value(await workedInJune(one, { whole: "P", days: {} }));
  const sheetId = await aSheet(one.township, JUNE, LATER);
  value(await correct(one, 50));
  expect(await submitWageSheet(officer, { sheetId, version: 1 }, LATER)).toMatchObject({
    refusal: { kind: "stale" },
  });
  value(await redrawWageSheet(officer, { sheetId, version: 1 }, LATER));
  expect(await submitWageSheet(officer, { sheetId, version: 2 }, LATER)).toMatchObject({
    ok: true,
  });
});

test("only the case officer corrects, only a locked month, and a fault in it is his county's alone", async () => {
  const one = await lockedMay("权限镇");
  expect(await correct(one, 10, "x", finance)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await correct(one, 10, "x", foreigner)).toMatchObject({ refusal: { kind: "notFound" } });
  const { township } = await aPost(at, { township: "未锁镇" }).then(() => ({ township: "未锁镇" }));
  const open = await approved(township);
  const [line] = await linesOf(at, open);
  expect(await correct({ ...one, sheetId: open, lineId: line?.id ?? "" }, 10)).toMatchObject({
    refusal: { kind: "wrongState", state: "approved" },
  });
  await expect(
    at.owner.query("UPDATE wage_line SET due_fen = 1, pay_fen = 1 WHERE id = $1", [one.lineId]),
  ).rejects.toThrow(/stands/);
});
