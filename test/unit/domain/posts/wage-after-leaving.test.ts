import { expect, test } from "vitest";
import { countMarks, restDays } from "~/domain/posts/attendance";
import { wageRuleText } from "~/domain/posts/wage-arithmetic";
import { paidAfterLeaving, paidAfterLeavingText } from "~/domain/posts/wage-after-leaving";
import { blocksWages, restFindings, wageFindingText } from "~/domain/posts/wage-findings";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";

const MARKS = `${"P".repeat(26)}RRRRR`;
const WHOLE = countMarks(MARKS);
const line = (lastDay: string, change = {}) => ({
  ...{ rateFen: fen(100_001), dueFen: fen(100_001), month: day("2020-05-01"), marks: MARKS },
  ...{ startsOn: day("2020-04-01"), lastDay: day(lastDay), days: WHOLE, correctedFen: 0 },
  ...change,
});

test.each([
  ["2020-05-31", null],
  ["2020-05-30", { days: 1, isWhole: false, openFen: 3226 }],
  ["2020-05-20", { days: 11, isWhole: false, openFen: 35_484 }],
  ["2020-05-01", { days: 30, isWhole: false, openFen: 96_775 }],
  ["2020-04-30", { days: 31, isWhole: true, openFen: 100_001 }],
  ["2020-04-20", { days: 31, isWhole: true, openFen: 100_001 }],
])("[R05] a whole May paid to somebody whose last day was %s", (lastDay, found) => {
  const answer = paidAfterLeaving(line(lastDay));
  if (found === null) expect(answer).toBeNull();
  else expect(answer).toMatchObject(found);
});

test("[R05] corrections make it up, and as long as a fen is left it stands", () => {
  expect(paidAfterLeaving(line("2020-05-20", { correctedFen: -35_484 }))).toBeNull();
  expect(paidAfterLeaving(line("2020-05-20", { correctedFen: -35_483 }))).toMatchObject({
    openFen: 1,
  });
  const text = (lastDay: string) => {
    const found = paidAfterLeaving(line(lastDay));
    return found === null ? "" : paidAfterLeavingText(found);
  };
  expect(text("2020-05-20")).toContain(
    "退岗后多发：2020-05-20 已退岗，多发 11 天；应扣回 354.84 元",
  );
  expect(text("2020-04-20")).toContain(
    "退岗后发放：2020-04-20 已退岗，本月不应发放；应扣回 1,000.01 元",
  );
});

test("rest days are what is left of the days in the post; beyond the number agreed they are named", () => {
  expect(restDays(countMarks(`--${"P".repeat(20)}RRRLLAA??`))).toBe(3);
  expect(restFindings(10, 10)).toEqual([]);
  const [found] = restFindings(11, 10);
  expect(found && wageFindingText(found)).toBe("本月休息 11 天，超过 10 天，请核对考勤");
  expect(found && blocksWages(found)).toBe(false);
});

test("[R05] a job beside the post stops the sheet; another county's is told by its days alone", () => {
  const job = { kind: "jobBeside", startsOn: day("2020-05-10"), endsOn: null } as const;
  expect(blocksWages({ ...job, label: null })).toBe(true);
  expect(wageFindingText({ ...job, label: "某厂" })).toContain("在某厂有工作（2020-05-10 至 今）");
  expect(wageFindingText({ ...job, label: null })).toContain("在外县有工作");
});

test("the rule for a part of a month says whether leave is paid", () => {
  expect(wageRuleText({ leaveIsPaid: true })).toContain("请假照发");
  expect(wageRuleText({ leaveIsPaid: false })).toContain("不在岗天数−缺勤天数−请假天数");
});
