import { expect, test } from "vitest";
import { judgeCorrection } from "~/domain/posts/wage-correction";
import { drawWage, leftOutText, type WageCandidate } from "~/domain/posts/wage-drawing";
import { accountFindings, blocksWages, wageFindingText } from "~/domain/posts/wage-findings";
import { arithmeticOf } from "~/domain/posts/wage-arithmetic";
import { whyNotSent } from "~/domain/posts/sending";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";

const JUNE = day("2020-06-01");
const post: WageCandidate = {
  ...{ isConfirmed: true, rateFen: fen(100_000), marks: "P".repeat(30) },
  ...{ startsOn: day("2020-04-01"), lastDay: day("2020-09-30") },
  ...{ otherSheet: null, takenOff: null, hasAccount: true, adjustments: [] },
};
const draw = (change: Partial<WageCandidate>) =>
  drawWage({ ...post, ...change }, JUNE, { leaveIsPaid: false });
const reasonOf = (change: Partial<WageCandidate>) => {
  const answer = draw(change);
  return "leftOut" in answer ? leftOutText(answer.leftOut) : null;
};
const adjust = (id: string, amount: number) => ({ id, amountFen: fen(amount) });

test("[R05] who is left out is told why", () => {
  expect(reasonOf({})).toBeNull();
  expect(reasonOf({ isConfirmed: false })).toBe("聘用还没有确认");
  expect(reasonOf({ otherSheet: "六月表" })).toBe("已列入六月表");
  expect(reasonOf({ takenOff: "待核" })).toBe("已从本表移出：待核");
  expect(reasonOf({ marks: null })).toBe("考勤有 30 天没有登记");
  expect(reasonOf({ marks: `${"P".repeat(29)}?` })).toBe("考勤有 1 天没有登记");
  expect(reasonOf({ marks: "R".repeat(30) })).toBe("全月没有出勤，不发放");
  expect(reasonOf({ lastDay: day("2020-06-29") })).toBe("不在岗的日子也登记了考勤，请重新登记");
  expect(reasonOf({ hasAccount: false })).toBe("没有登记收款账号");
});

test("corrections: what is to be paid comes first, what is to be kept back as far as the month goes", () => {
  const marks = `${"P".repeat(3)}${"A".repeat(27)}`;
  const open = [adjust("a", -15_000), adjust("b", 5_000), adjust("c", -1)];
  expect(draw({ marks, adjustments: open })).toMatchObject({
    wage: { dueFen: 10_000, adjustFen: -10_000, payFen: 0, adjustmentIds: ["b", "a"] },
  });
  expect(draw({ marks, adjustments: [adjust("a", -10_001)] })).toMatchObject({
    wage: { adjustFen: 0, payFen: 10_000, adjustmentIds: [] },
  });
});

test("who was away but is owed for an earlier month gets that alone, and needs an account for it", () => {
  const owed = { marks: "A".repeat(30), adjustments: [adjust("a", 500)] };
  expect(draw(owed)).toMatchObject({ wage: { dueFen: 0, payFen: 500 } });
  expect(reasonOf({ ...owed, hasAccount: false })).toBe("没有登记收款账号");
});

test("[R05] a month is corrected between nothing and its rate", () => {
  const month = { rateFen: fen(1_000), dueFen: fen(900), correctedFen: 50 };
  const judge = (amount: number) => judgeCorrection(month, fen(amount));
  expect(judge(50)).toBeNull();
  expect(judge(51)).toEqual({ kind: "beyondRate", most: 50 });
  expect(judge(-950)).toBeNull();
  expect(judge(-951)).toEqual({ kind: "belowZero", most: 950 });
  expect(judge(0)).toEqual({ kind: "nothing" });
});

test("[R05] money goes to the person's own account alone; the dot of a name is written in many ways", () => {
  const of = (holderName: string, others = 0) =>
    accountFindings("阿依·古丽", { holderName, others });
  expect(of("阿依・古丽")).toEqual([]);
  expect(of("阿依", 2).map(wageFindingText)).toEqual([
    "账户户名是“阿依”，不是本人；请改登本人的账号",
    "这个账号另有 2 人在用或用来收过工资，请核对是谁的账号",
  ]);
  expect(of("阿依", 2).every(blocksWages)).toBe(true);
  expect(blocksWages({ kind: "twoLines" })).toBe(false);
  const account = { holderName: "阿依·古丽", others: 0, isRefused: false };
  const sent = { name: "阿依·古丽", account, stale: null, problems: [] };
  expect(whyNotSent(sent)).toBeNull();
  expect(whyNotSent({ ...sent, account: { ...account, isRefused: true } })).toContain("银行退回过");
  const shared = { ...account, others: 2, names: ["马志芬"] };
  expect(whyNotSent({ ...sent, account: shared })).toContain(
    "另有 2 人在用或用来收过工资（本县有马志芬）",
  );
  expect(whyNotSent({ ...sent, problems: ["本月有工作"] })).toBe("本月有工作");
  const stale = { leftOn: "2020-05-20", writtenFen: fen(100_000), presentFen: fen(64_516) };
  expect(whyNotSent({ ...sent, stale })).toContain("以现在的考勤、退岗为准应发 645.16 元");
  expect(whyNotSent({ ...sent, account: null })).toContain("没有登记收款账号");
});

test("a line shows the arithmetic under which it was drawn, paid leave or not", () => {
  const days = { monthDays: 30, termDays: 30, workedDays: 27, leaveDays: 3, absentDays: 0 };
  const of = (dueFen: number) => arithmeticOf({ rateFen: fen(100_000), dueFen: fen(dueFen), days });
  expect(of(90_000)).toBe("1,000 元 × 27 ÷ 30 天 = 900 元");
  expect(of(100_000)).toBe("1,000 元（全月）");
});
