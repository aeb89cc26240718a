import { expect, test } from "vitest";
import { matchBankResult } from "~/domain/posts/bank-match";
import { findResultTable, readResultRow, type ResultRow } from "~/domain/posts/bank-result";
import type { SheetRow } from "~/domain/rosters/sheet";
import { day } from "~/domain/shared/calendar-date";

const row = (sheetRow: number, ...texts: string[]): SheetRow => ({
  ...{ sheetRow, texts },
  kinds: texts.map(() => "text" as const),
});
const HEADER = row(
  3,
  "序 号",
  "户名",
  "收款账号",
  "交易金额（元）",
  "处理结果",
  "失败原因",
  "入账日期",
);
const table = findResultTable([row(1, "代发结果"), HEADER]);
const read = (...texts: string[]) => {
  if (table === null) throw new Error("no header");
  return readResultRow(row(4, ...texts), table);
};
const ACCOUNT = "6217001234567890";

test("the header is found by its words, wherever it stands and however a bank puts them", () => {
  expect(table).toMatchObject({
    headerRow: 3,
    columns: { lineNo: 0, account: 2, amount: 3, result: 4 },
  });
  expect(findResultTable([row(1, "序号", "账号", "金额")])).toBeNull();
  expect(findResultTable([row(1, "序号", "账号", "金额", "结果")])).not.toBeNull();
});

test.each([
  [
    ["1", "张", ACCOUNT, "1,000.00", "成功", "", "2020/6/5"],
    { kind: "paid", paidOn: "2020-06-05" },
  ],
  [
    ["1.0", "张", `${ACCOUNT.slice(0, 4)} ${ACCOUNT.slice(4)}`, "1000", "交易成功", "", "20200605"],
    { kind: "paid", paidOn: "2020-06-05" },
  ],
  [
    ["1", "张", ACCOUNT, "1000", "处理成功", "", "2020/06/05 10:30:22"],
    { kind: "paid", paidOn: "2020-06-05" },
  ],
  [["1", "张", ACCOUNT, "1000", "已退汇", "账户销户", ""], { kind: "failed", reason: "账户销户" }],
  [
    ["1", "张", ACCOUNT, "1000", "交易已退", "账户销户", ""],
    { kind: "failed", reason: "账户销户" },
  ],
  [
    ["1", "张", ACCOUNT, "1000.0000000001", "失败", "户名不符", ""],
    { kind: "failed", reason: "户名不符" },
  ],
])("%j is read", (texts, outcome) => {
  expect(read(...texts)).toEqual({
    ...{ sheetRow: 4, lineNo: 1, account: ACCOUNT, amountFen: 100_000, outcome },
  });
});

test("sums and empty rows are no lines", () => {
  expect(read("合计", "", "", "2000", "", "", "")).toBeNull();
  expect(read("", "", "", "", "", "", "")).toBeNull();
});

test.each([
  [["甲", "张", ACCOUNT, "1", "成功", "", "2020-06-05"], "序号不是整数"],
  [["1", "张", "6.217E+15", "1", "成功", "", "2020-06-05"], "账号不是完整的数字"],
  [["1", "张", "6217****7890", "1", "成功", "", "2020-06-05"], "账号不是完整的数字"],
  [["1", "张", ACCOUNT, "一千", "成功", "", "2020-06-05"], "金额看不懂"],
  [["1", "张", ACCOUNT, "1", "处理中", "", "2020-06-05"], "结果“处理中”看不懂"],
  [["1", "张", ACCOUNT, "1", "成功", "", ""], "成功的要有入账日期，请银行更正"],
  [["1", "张", ACCOUNT, "1", "成功", "", "六月五日"], "日期“六月五日”看不懂，请银行更正"],
  [["1", "张", ACCOUNT, "1", "失败", "", ""], "失败的要有失败原因"],
])("%j is refused with its cause", (texts, said) => {
  const answer = read(...texts);
  expect(answer).toMatchObject({ message: expect.stringContaining(said) as string });
  expect(JSON.stringify(answer)).not.toContain(ACCOUNT);
});

const sent = { id: "a", lineNo: 1, name: "张三", account: ACCOUNT, payFen: 100_000 };
const answer = (change: Partial<ResultRow> = {}): ResultRow => ({
  ...{ sheetRow: 4, lineNo: 1, account: ACCOUNT, amountFen: 100_000 },
  outcome: { kind: "paid", paidOn: day("2020-06-02") },
  ...change,
});
const match = (...rows: ResultRow[]) =>
  matchBankResult([sent], rows, { sentOn: day("2020-06-02"), today: day("2020-06-05") });
const on = (text: string) => answer({ outcome: { kind: "paid", paidOn: day(text) } });

test("[R05] an answer fits by number, account and amount, between the day of the file and today", () => {
  expect(match(answer())).toMatchObject({ matched: [{ line: sent }] });
  expect(match(on("2020-06-05"))).toHaveProperty("matched");
  expect(match(on("2020-06-06"))).toHaveProperty("problems");
  expect(match(on("2020-06-01"))).toHaveProperty("problems");
  expect(match(answer({ amountFen: 99_999 }))).toMatchObject({ problems: [{ sheetRow: 4 }] });
  expect(match(answer({ account: "6217001234567891" }))).toMatchObject({
    problems: [{ sheetRow: 4 }],
  });
  expect(match(answer({ lineNo: 2 }))).toMatchObject({ missing: ["张三"] });
  expect(match(answer(), answer({ sheetRow: 5 }))).toMatchObject({ problems: [{ sheetRow: 5 }] });
  expect(match()).toEqual({ problems: [], missing: ["张三"] });
});
