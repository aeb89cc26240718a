import { afterAll, beforeAll, expect, test } from "vitest";
import { readStoredFile } from "~/platform/evidence-store.server";
import { dropWageLine } from "~/usecases/posts/drop-wage-line.server";
import { enterBankResult } from "~/usecases/posts/enter-bank-result.server";
import { openPaymentFile } from "~/usecases/posts/open-payment-file.server";
import { sendWages } from "~/usecases/posts/send-wages.server";
import { buildAccount } from "#test/builders/post";
import {
  answerFile,
  aPost,
  approved,
  aSheet,
  COUNTY,
  finance,
  foreigner,
  linesOf,
  NOW,
  officer,
  reviewer,
  submitted,
  type Answered,
} from "#test/db/posts/wage-support";
import { received, value } from "#test/db/rosters/support";
import { readRows } from "#test/support/read-workbook";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const START = "62170088";
/** Everybody of a township has a number of its own. */
const digitsOf = (township: string, person: number) =>
  `${START}${[...township].reduce((sum, one) => sum * 7 + one.charCodeAt(0), 0) % 1e9}${person}`;

/** Two people of a township, approved, in the order of their names. */
async function two(township: string) {
  const first = await aPost(at, { township, name: "乙二", account: digitsOf(township, 2) });
  const second = await aPost(at, { township, name: "甲一", account: digitsOf(township, 1) });
  return { sheetId: await approved(township), first, second };
}
const send = (sheetId: string, actor = finance) => sendWages(actor, { sheetId }, NOW);
const paymentOf = async (sheetId: string) => (await linesOf(at, sheetId))[0]?.paymentId ?? "";
const rowsOf = (township: string): [Answered, Answered] => [
  {
    ...{ lineNo: 1, account: digitsOf(township, 2), amount: "1000.00", result: "成功" },
    date: "2020-06-02",
  },
  {
    ...{ lineNo: 2, account: digitsOf(township, 1), amount: "1000", result: "失败" },
    reason: "账户已销户",
  },
];
async function answer(sheetId: string, rows: readonly Answered[], actor = finance) {
  const asked = { sheetId, paymentId: await paymentOf(sheetId) };
  return enterBankResult(actor, asked, await answerFile(rows), NOW);
}
const states = async (sheetId: string) =>
  (await linesOf(at, sheetId)).map(({ paymentState }) => paymentState);

test("[R05] the bank's file names holder, full account, bank and amount of each, and is kept", async () => {
  const { sheetId } = await two("甲镇");
  expect(await send(sheetId)).toEqual({ ok: true, value: { headcount: 2 } });
  expect(await states(sheetId)).toEqual(["SENT", "SENT"]);
  const { rows } = await at.owner.query<{ file_id: string; total_fen: number; file_name: string }>(
    "SELECT file_id, total_fen, file_name FROM wage_payment WHERE sheet_id = $1",
    [sheetId],
  );
  expect(rows).toMatchObject([{ total_fen: 200_000 }]);
  expect(rows[0]?.file_name).toMatch(/^2020年5月公共服务岗位工资表（\d+）代发文件第1次\.xlsx$/);
  const sheet = await readRows(await readStoredFile(rows[0]?.file_id ?? ""));
  expect(sheet.slice(0, 2).map(({ texts }) => texts)).toEqual([
    ["序号", "户名", "账号", "开户行", "金额（元）", "附言"],
    ["1", "乙二", digitsOf("甲镇", 2), "农村信用社", "1000.00", "2020年5月公共服务岗位工资"],
  ]);
});

test("[R05] nothing is sent twice, also when two clicks come at once", async () => {
  const { sheetId } = await two("乙镇");
  const outcomes = await Promise.all([send(sheetId), send(sheetId)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await send(sheetId)).toMatchObject({ refusal: { kind: "nothingToSend", kept: [] } });
  const { rows } = await at.owner.query("SELECT 1 FROM wage_payment WHERE sheet_id = $1", [
    sheetId,
  ]);
  expect(rows).toHaveLength(1);
});

test("[R05] only finance sends, only an approved sheet, and not who wrote or passed it", async () => {
  const township = "丙镇";
  await aPost(at, { township });
  const draft = await submitted(await aSheet(township));
  expect(await send(draft)).toMatchObject({ refusal: { kind: "wrongState", state: "submitted" } });
  const { sheetId } = await two("丙丙镇");
  for (const actor of [officer, reviewer]) {
    expect(await send(sheetId, actor)).toMatchObject({ refusal: { kind: "forbidden" } });
    const both = { ...finance, userId: actor.userId };
    expect(await send(sheetId, both)).toMatchObject({ refusal: { kind: "ownWork" } });
  }
  expect(await send(sheetId, foreigner)).toMatchObject({ refusal: { kind: "notFound" } });
});

test("[R05] the bank's answer makes each line paid or failed, with day or reason, and comes once", async () => {
  const township = "丁镇";
  const { sheetId } = await two(township);
  await send(sheetId);
  const rows = rowsOf(township);
  expect(await answer(sheetId, rows)).toEqual({ ok: true, value: { paid: 1, failed: 1 } });
  expect(await linesOf(at, sheetId)).toMatchObject([
    { name: "乙二", paymentState: "PAID", failReason: null },
    { name: "甲一", paymentState: "FAILED", failReason: "账户已销户" },
  ]);
  expect(await answer(sheetId, rows)).toMatchObject({ refusal: { kind: "answered" } });
});

test.each<[string, (rows: [Answered, Answered]) => readonly Answered[], string]>([
  ["an amount of another height", ([a, b]) => [{ ...a, amount: "1000.01" }, b], "金额 1,000.01 元"],
  [
    "another account",
    ([a, b]) => [{ ...a, account: "6217000000000000" }, b],
    "账号与代发文件不一致",
  ],
  [
    "a number that was not sent",
    ([a, b]) => [a, b, { ...a, lineNo: 3 }],
    "序号 3 不在这次代发文件里",
  ],
  ["a line told twice", ([a, b]) => [a, b, a], "出现两次"],
  ["a day before the file", ([a, b]) => [{ ...a, date: "2020-06-01" }, b], "早于代发文件"],
  ["a day to come", ([a, b]) => [{ ...a, date: "2020-06-03" }, b], "还没有到"],
])(
  "[R05] an answer with %s is refused by its row, and nothing of it is written",
  async (_, change, said) => {
    const township = "戊己庚";
    const { sheetId } = await twoOnce(township);
    const refusal = await answer(sheetId, change(rowsOf(township)));
    expect(refusal).toMatchObject({ refusal: { kind: "mismatch" } });
    expect(JSON.stringify(refusal)).toContain(said);
    expect(JSON.stringify(refusal)).not.toContain(START);
    expect(await states(sheetId)).toEqual(["SENT", "SENT"]);
  },
);

const built = new Map<string, Promise<{ sheetId: string }>>();
function twoOnce(township: string) {
  const known =
    built.get(township) ??
    two(township).then(async (one) => {
      await send(one.sheetId);
      return one;
    });
  built.set(township, known);
  return known;
}

test("[R05] an answer that leaves somebody out is refused with his name, and so is a file that cannot be read", async () => {
  const township = "戊己庚";
  const { sheetId } = await twoOnce(township);
  const [first, second] = rowsOf(township);
  expect(await answer(sheetId, [first])).toEqual({
    ok: false,
    refusal: { kind: "mismatch", problems: [], missing: ["甲一"] },
  });
  const wrong = await answer(sheetId, [
    { ...first, account: "6.217E+15" },
    { ...second, reason: "" },
    { ...second, result: "处理中", lineNo: 2 },
    { ...first, date: "" },
  ]);
  expect(wrong).toMatchObject({
    refusal: {
      kind: "wrongRows",
      problems: [{ sheetRow: 3 }, { sheetRow: 4 }, { sheetRow: 5 }, { sheetRow: 6 }],
    },
  });
  const asked = { sheetId, paymentId: await paymentOf(sheetId) };
  const text = await received(Buffer.from("你好\n世界"), "回盘.csv");
  expect(await enterBankResult(finance, asked, text, NOW)).toMatchObject({
    refusal: { kind: "unreadable" },
  });
  const elsewhere = { ...asked, paymentId: "0190a000-0000-7000-8000-000000000000" };
  expect(await enterBankResult(finance, elsewhere, text, NOW)).toMatchObject({
    refusal: { kind: "notFound" },
  });
});

test("[R05] who failed is sent again to his new account, and not to the one the bank refused", async () => {
  const township = "辛辛辛辛镇";
  const { sheetId, second } = await two(township);
  await send(sheetId);
  value(await answer(sheetId, rowsOf(township)));
  expect(await send(sheetId)).toEqual({
    ok: false,
    refusal: {
      kind: "nothingToSend",
      kept: [
        "甲一：银行退回过这个账号，请经办人核对后登记另一个账号；账号确实无误的，由审核人准许再发",
      ],
    },
  });
  await buildAccount({ ...second, countyCode: COUNTY }, "6217008800009999");
  expect(await send(sheetId)).toEqual({ ok: true, value: { headcount: 1 } });
  expect(await states(sheetId)).toEqual(["PAID", "SENT"]);
  const { rows } = await at.owner.query<{ id: string; number: number }>(
    "SELECT id, number FROM wage_payment WHERE sheet_id = $1 ORDER BY number",
    [sheetId],
  );
  expect(rows.map(({ number }) => number)).toEqual([1, 2]);
  const again = [
    {
      lineNo: 2,
      account: "6217008800009999",
      amount: "1000",
      result: "交易成功",
      date: "2020-06-02",
    },
  ];
  const asked = { sheetId, paymentId: rows[1]?.id ?? "" };
  value(await enterBankResult(finance, asked, await answerFile(again), NOW));
  expect(await states(sheetId)).toEqual(["PAID", "PAID"]);
});

test("[R05] money never goes to an account that became another's after the review", async () => {
  const township = "壬壬壬壬壬镇";
  const { sheetId, first, second } = await two(township);
  await buildAccount({ ...first, countyCode: COUNTY, name: "丙三" }, "6217008800008888");
  expect(await send(sheetId)).toEqual({ ok: true, value: { headcount: 1 } });
  expect(await linesOf(at, sheetId)).toMatchObject([
    { name: "乙二", paymentState: null },
    { name: "甲一", paymentState: "SENT" },
  ]);
  await buildAccount({ ...first, countyCode: COUNTY }, digitsOf(township, 1));
  expect(await send(sheetId)).toEqual({
    ok: false,
    refusal: {
      kind: "nothingToSend",
      kept: ["乙二：这个账号另有 1 人在用或用来收过工资（本县有甲一），请核对是谁的账号"],
    },
  });
  expect(second.name).toBe("甲一");
});

test("the files of a payment are for finance alone, and each look leaves its trail", async () => {
  const { sheetId } = await two("癸癸癸癸癸癸镇");
  await send(sheetId);
  const asked = { sheetId, paymentId: await paymentOf(sheetId), which: "sent" } as const;
  expect(await openPaymentFile(officer, asked, NOW)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await openPaymentFile(foreigner, asked, NOW)).toMatchObject({
    refusal: { kind: "notFound" },
  });
  expect(await openPaymentFile(finance, { ...asked, which: "result" }, NOW)).toMatchObject({
    refusal: { kind: "notFound" },
  });
  const opened = value(await openPaymentFile(finance, asked, NOW));
  opened.bytes.destroy();
  const { rows } = await at.owner.query<{ detail: string }>(
    "SELECT detail FROM trail_event WHERE action = 'wage.openFile' AND subject_id = $1",
    [sheetId],
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(START);
});

test("[R05] who cannot be paid is taken off by the reviewer, and his month may stand on another sheet", async () => {
  const township = "子子子子子子子镇";
  const { sheetId } = await two(township);
  const drop = (name: string, actor = reviewer, reason = "银行卡冻结") =>
    linesOf(at, sheetId).then(async (lines) => {
      const { rows } = await at.owner.query<{ version: number }>(
        "SELECT version FROM wage_sheet WHERE id = $1",
        [sheetId],
      );
      const lineId = lines.find((line) => line.name === name)?.id ?? "";
      const asked = { sheetId, lineId, reason, version: rows[0]?.version ?? 0 };
      return dropWageLine(actor, asked, NOW);
    });
  await send(sheetId);
  expect(await drop("甲一")).toMatchObject({ refusal: { kind: "lineStands" } });
  value(await answer(sheetId, rowsOf(township)));
  expect(await drop("乙二")).toMatchObject({ refusal: { kind: "lineStands" } });
  expect(await drop("甲一", officer)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await drop("甲一", reviewer, " ")).toMatchObject({ refusal: { kind: "reasonMissing" } });
  expect(await drop("甲一")).toMatchObject({ ok: true });
  expect(await linesOf(at, sheetId)).toMatchObject([{ name: "乙二" }]);
  const { rows } = await at.owner.query<{ headcount: number }>(
    "SELECT r.headcount FROM roster r JOIN wage_sheet s ON s.roster_id = r.id WHERE s.id = $1",
    [sheetId],
  );
  expect(rows).toEqual([{ headcount: 1 }]);
  expect(await linesOf(at, await aSheet(township))).toMatchObject([{ name: "甲一", lineNo: 1 }]);
});
