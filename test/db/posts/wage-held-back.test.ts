import { afterAll, beforeAll, expect, test } from "vitest";
import { viewAppointmentHead } from "~/data/posts/appointment-head-view.server";
import { viewAppointment } from "~/data/posts/appointment-view.server";
import { viewUnsettled } from "~/data/posts/unsettled-view.server";
import { viewWageLines } from "~/data/posts/wage-lines-view.server";
import { viewWagePayment } from "~/data/posts/wage-payment-view.server";
import { viewWageSheetHead } from "~/data/posts/wage-sheet-head-view.server";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { correctWage } from "~/usecases/posts/correct-wage.server";
import { enterBankResult } from "~/usecases/posts/enter-bank-result.server";
import { leavePost } from "~/usecases/posts/leave-post.server";
import { releaseAccount } from "~/usecases/posts/release-account.server";
import { returnWageSheet } from "~/usecases/posts/review-wage-sheet.server";
import { sendWages } from "~/usecases/posts/send-wages.server";
import { settleCorrection } from "~/usecases/posts/settle-correction.server";
import { submitWageSheet } from "~/usecases/posts/submit-wage-sheet.server";
import { withdrawWagePayment } from "~/usecases/posts/withdraw-payment.server";
import { buildWageManifest } from "~/data/posts/wage-manifest.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { buildAccount } from "#test/builders/post";
import {
  answerFile,
  aPost,
  approved,
  aSheet,
  COUNTY,
  finance,
  foreigner,
  LATER,
  linesOf,
  locked,
  NOW,
  officer,
  paid,
  reviewer,
  type BuiltPost,
} from "#test/db/posts/wage-support";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const ON = "2020-07-02";
let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const versionOf = async (table: "wage_sheet" | "post_appointment", id: string) => {
  const sql = `SELECT version FROM ${table} WHERE id = $1`;
  return (await at.owner.query<{ version: number }>(sql, [id])).rows[0]?.version ?? 0;
};
const leave = async ({ id }: BuiltPost, leftOn: string, now = NOW) =>
  leavePost(
    officer,
    { appointmentId: id, version: await versionOf("post_appointment", id) },
    { leftOn: day(leftOn), reason: "PERSONAL", note: "" },
    now,
  );
const attemptsOf = async (sheetId: string) =>
  (
    await at.owner.query<{ number: number; state: string; reason: string }>(
      `SELECT p.number, t.state, t.reason FROM wage_attempt t JOIN wage_payment p ON p.id = t.payment_id
       WHERE p.sheet_id = $1 ORDER BY p.number`,
      [sheetId],
    )
  ).rows;
const headOf = async (sheetId: string, actor = officer) => {
  const head = await viewWageSheetHead(actor, sheetId, ON);
  if (head === null) throw new Error("no sheet");
  return head;
};
const rowsOf = async (sheetId: string) =>
  (
    await viewWageLines(officer, await headOf(sheetId), { group: "findings", page: 1, size: 50 })
  ).rows.map(({ name, money }) => [name, money?.findings]);

test("[R05] who left after the approval is held back with what he would get, and the others are sent", async () => {
  const township = "甲甲乡";
  const gone = await aPost(at, { township, name: "甲一" });
  await aPost(at, { township, name: "乙二" });
  const sheetId = await approved(township);
  expect(await leave(gone, "2020-05-20")).toMatchObject({ ok: true });
  expect(await sendWages(finance, { sheetId }, NOW)).toEqual({ ok: true, value: { headcount: 1 } });
  expect(await linesOf(at, sheetId)).toMatchObject([
    { name: "乙二", paymentState: "SENT" },
    { name: "甲一", paymentState: null },
  ]);
  const { waiting } = await viewWagePayment(finance, await headOf(sheetId, finance));
  expect(waiting.map(({ obstacle }) => obstacle)).toEqual([
    expect.stringContaining(
      "2020-05-20 已退岗，以现在的考勤、退岗为准应发 645.16 元，工资表上是 1,000 元",
    ) as string,
  ]);
});

test("[R05] an exit before a month paid is taken; the month is a finding until corrections make it up, and he pays back", async () => {
  const township = "乙乙乡";
  const account = "62170055000000001";
  const gone = await aPost(at, { township, name: "丙三", account });
  const sheetId = await approved(township);
  await paid(at, sheetId, [account]);
  expect(await leave(gone, "2020-04-20")).toMatchObject({ ok: true });
  await locked(at, sheetId);
  const said = "退岗后发放：2020-04-20 已退岗，本月不应发放；应扣回 1,000 元，本月锁定后登记更正";
  expect(await rowsOf(sheetId)).toEqual([["丙三", [said]]]);
  const head = await viewAppointmentHead(officer, gone.id, day(ON));
  const months = head === null ? [] : (await viewAppointment(officer, head)).months;
  expect(months.map(({ month, late }) => [month, late])).toEqual([
    ["2020-04-01", ""],
    ["2020-05-01", said],
  ]);
  expect((await viewUnsettled(officer, ON)).late.map(({ name }) => name)).toEqual(["丙三"]);
  const [line] = await linesOf(at, sheetId);
  const correct = (yuan: number) =>
    correctWage(
      officer,
      { sheetId, lineId: line?.id ?? "", amountFen: fen(yuan * 100), reason: "退岗后发放" },
      NOW,
    );
  expect(await correct(-999)).toEqual({ ok: true, value: { hasEnded: true } });
  expect((await rowsOf(sheetId))[0]?.[1]).toEqual([
    expect.stringContaining("应扣回 1 元") as string,
  ]);
  await correct(-1);
  expect(await rowsOf(sheetId)).toEqual([]);
  const open = (await viewUnsettled(finance, ON)).corrections;
  expect(
    open.map(({ name, amountFen, isEnded, mayReturn }) => [name, amountFen, isEnded, mayReturn]),
  ).toEqual([
    ["丙三", -99_900, true, true],
    ["丙三", -100, true, true],
  ]);
  const asked = {
    adjustmentId: open[0]?.id ?? "",
    returnedOn: day("2020-06-30"),
    note: "缴款单 7",
  };
  const back = (change: object, actor = finance) =>
    settleCorrection(actor, { ...asked, ...change }, LATER);
  expect(await back({}, officer)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await back({}, foreigner)).toMatchObject({ refusal: { kind: "notFound" } });
  expect(await back({ note: " " })).toMatchObject({ refusal: { kind: "noteMissing" } });
  expect(await back({ returnedOn: day("2020-04-30") })).toMatchObject({
    refusal: { kind: "dayWrong" },
  });
  expect(await back({ returnedOn: day("2020-07-03") })).toMatchObject({
    refusal: { kind: "dayWrong" },
  });
  expect(await back({})).toMatchObject({ ok: true });
  expect(await back({})).toMatchObject({ refusal: { kind: "notFound" } });
  expect((await viewUnsettled(finance, ON)).corrections).toHaveLength(1);
});

/** One person, sent, and refused by the bank. */
async function refusedOnce(township: string, account: string) {
  const post = await aPost(at, { township, account });
  const sheetId = await approved(township);
  value(await sendWages(finance, { sheetId }, NOW));
  const [line] = await linesOf(at, sheetId);
  const row = { lineNo: 1, account, amount: "1000", result: "已退汇", reason: "账户状态异常" };
  const asked = { sheetId, paymentId: line?.paymentId ?? "" };
  value(await enterBankResult(finance, asked, await answerFile([row]), NOW));
  return { post, sheetId, lineId: line?.id ?? "" };
}

test("[R05] what the bank refused and why outlives the next file; the same number waits for the reviewer's word", async () => {
  const account = "62170055000000002";
  const { post, sheetId, lineId } = await refusedOnce("丙丙乡", account);
  await buildAccount({ ...post, countyCode: COUNTY }, account);
  const send = () => sendWages(finance, { sheetId }, NOW);
  expect(await send()).toMatchObject({ refusal: { kind: "nothingToSend" } });
  const release = async (reason: string, actor = reviewer) =>
    releaseAccount(
      actor,
      { sheetId, lineId, reason, version: await versionOf("wage_sheet", sheetId) },
      NOW,
    );
  expect(await release("银行系统故障", officer)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await release(" ")).toMatchObject({ refusal: { kind: "reasonMissing" } });
  expect(await release("银行系统故障")).toMatchObject({ ok: true });
  expect(await release("银行系统故障")).toMatchObject({ refusal: { kind: "notRefused" } });
  expect(await send()).toMatchObject({ ok: true });
  expect(await attemptsOf(sheetId)).toEqual([
    { number: 1, state: "FAILED", reason: "账户状态异常" },
    { number: 2, state: "SENT", reason: "" },
  ]);
  const { payments } = await viewWagePayment(finance, await headOf(sheetId, finance));
  expect(payments[0]?.attempts).toMatchObject([{ name: post.name, reason: "账户状态异常" }]);
  const { rosterId } = await headOf(sheetId);
  const sealed = await inTransaction(officer, (tx) => buildWageManifest(tx, rosterId ?? "", "ab"));
  expect(sealed.attempts).toMatchObject([
    { lineId, state: "FAILED", reason: "账户状态异常", releaseReason: "银行系统故障" },
    { lineId, state: "SENT", releaseReason: null },
  ]);
  expect(JSON.stringify(sealed)).not.toContain(account);
  await expect(
    at.owner.query("UPDATE wage_attempt SET reason = '别的' WHERE line_id = $1", [lineId]),
  ).rejects.toThrow("what was sent stands");
});

test("[R05] a file that never reached the bank is withdrawn by the reviewer; its people are sent again to the same account", async () => {
  const township = "丁丁乡";
  await aPost(at, { township });
  const sheetId = await approved(township);
  value(await sendWages(finance, { sheetId }, NOW));
  const paymentId = (await linesOf(at, sheetId))[0]?.paymentId ?? "";
  const withdraw = (actor = reviewer, reason = "文件没有送到银行") =>
    withdrawWagePayment(actor, { sheetId, paymentId, reason }, NOW);
  expect(await withdraw(finance)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await withdraw({ ...reviewer, userId: finance.userId })).toMatchObject({
    refusal: { kind: "ownWork" },
  });
  expect(await withdraw(foreigner)).toMatchObject({ refusal: { kind: "notFound" } });
  expect(await withdraw(reviewer, " ")).toMatchObject({ refusal: { kind: "reasonMissing" } });
  expect(await withdraw()).toMatchObject({ ok: true });
  expect(await withdraw()).toMatchObject({ refusal: { kind: "answered" } });
  const late = await answerFile([]);
  expect(await enterBankResult(finance, { sheetId, paymentId }, late, NOW)).toMatchObject({
    refusal: { kind: "withdrawn" },
  });
  expect(await sendWages(finance, { sheetId }, NOW)).toMatchObject({ ok: true });
  expect((await attemptsOf(sheetId)).map(({ state }) => state)).toEqual(["WITHDRAWN", "SENT"]);
  const again = (await linesOf(at, sheetId))[0]?.paymentId ?? "";
  const second = { sheetId, paymentId: again, reason: "银行整批退回" };
  expect(await withdrawWagePayment(reviewer, second, NOW)).toMatchObject({ ok: true });
  const back = { sheetId, version: await versionOf("wage_sheet", sheetId), reason: "重新编制" };
  expect(await returnWageSheet(reviewer, back, NOW)).toMatchObject({ ok: true });
});

test("[R05] an account that another person was once paid to stops the sheet, also when he has another now", async () => {
  const account = "62170055000000003";
  const first = await aPost(at, { township: "戊戊乡", name: "沙五", account });
  await paid(at, await approved("戊戊乡"), [account]);
  await buildAccount({ ...first, countyCode: COUNTY }, "62170055000000004");
  await aPost(at, { township: "己己乡", name: "沙六", account });
  const handIn = submitWageSheet(officer, { sheetId: await aSheet("己己乡"), version: 1 }, NOW);
  expect(await handIn).toMatchObject({
    refusal: {
      kind: "blocked",
      problems: ["沙六：这个账号另有 1 人在用或用来收过工资（本县有沙五），请核对是谁的账号"],
    },
  });
});

test.each([
  ["2020-05-31", false],
  ["2020-06-01", true],
])("[R05] a job from %s beside the post: May is handed in: %s", async (startedOn, isHandedIn) => {
  const township = `庚${startedOn}`;
  const { personId } = await aPost(at, { township });
  const employerId = await buildEmployer(at.owner, { creditCode: null, name: `厂${startedOn}` });
  await buildPlacement(at.owner, { personId, employerId, startedOn });
  const handIn = await submitWageSheet(
    officer,
    { sheetId: await aSheet(township), version: 1 },
    NOW,
  );
  expect(handIn.ok).toBe(isHandedIn);
  if (!handIn.ok) expect(JSON.stringify(handIn)).toContain("在厂2020-05-31有工作");
});

test.each([
  [10, 0],
  [11, 1],
])("%i days of rest in the month: %i findings for the reviewer", async (rest, findings) => {
  const township = `辛${rest}`;
  await aPost(at, { township, marks: "P".repeat(31 - rest) + "R".repeat(rest) });
  const sheetId = await approved(township);
  expect(await rowsOf(sheetId)).toHaveLength(findings);
});
