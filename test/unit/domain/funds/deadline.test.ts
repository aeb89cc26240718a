import { expect, test } from "vitest";
import { conflictSentence, deadlineConflicts, type Deadline } from "~/domain/funds/deadline";
import { FOUNDING_DOCUMENTS } from "~/domain/funds/founding/founding-documents";
import { day } from "~/domain/shared/calendar-date";

const due = (matter: string, dueOn: string, clause = "一"): Deadline => {
  return { clause, matter, summary: "", dueOn: day(dueOn) };
};
const conflictsOf = (number: string) => {
  const found = FOUNDING_DOCUMENTS.find((one) => one.number === number);
  return deadlineConflicts(found?.issuedOn ?? null, found?.deadlines ?? []);
};

test("a day before the issue is past at issue; the day of issue is not", () => {
  const issuedOn = day("2020-07-06");
  expect(deadlineConflicts(issuedOn, [due("甲", "2020-07-06")])).toEqual([]);
  const past = due("甲", "2020-07-05");
  expect(deadlineConflicts(issuedOn, [past])).toEqual([
    { kind: "pastAtIssue", deadline: past, daysLate: 1 },
  ]);
  expect(deadlineConflicts(null, [past])).toEqual([]);
});

test("two days of one matter contradict each other; the same day twice, or of two matters, does not", () => {
  const issuedOn = day("2020-01-01");
  const [late, early] = [due("甲", "2020-08-02"), due("甲", "2020-08-01", "附件")];
  expect(deadlineConflicts(issuedOn, [late, early])).toEqual([
    { kind: "contradiction", matter: "甲", deadlines: [early, late] },
  ]);
  expect(deadlineConflicts(issuedOn, [late, late, due("乙", "2020-08-01")])).toEqual([]);
});

test("[X1] 闵府办发〔2022〕15号 wants the same by two days, and the days of its annex are over at issue", () => {
  const conflicts = conflictsOf("闵府办发〔2022〕15号");
  const contradictions = conflicts.filter(({ kind }) => kind === "contradiction");
  expect(contradictions).toHaveLength(3);
  const days = contradictions.map((one) =>
    one.kind === "contradiction" ? one.deadlines.map(({ dueOn }) => dueOn) : [],
  );
  expect(days).toEqual([
    ["2022-03-31", "2022-07-20"],
    ["2022-04-30", "2022-07-20"],
    ["2022-04-30", "2022-07-20"],
  ]);
  expect(conflicts.filter(({ kind }) => kind === "pastAtIssue")).toHaveLength(3);
});

test("[X3] 楚沪滇组发〔2020〕2号 sets a day that was six days over when it was issued", () => {
  const conflicts = conflictsOf("楚沪滇组发〔2020〕2号");
  expect(conflicts.map(conflictSentence)).toEqual([
    "“问题整改清零”（二(五)）的期限 2020-06-30 早于发文日期 6 天，印发时已经逾期。",
  ]);
});
