import { describe, expect, test } from "vitest";
import { packBesideStanding, packDifferences } from "~/domain/rules/pack-differences";
import {
  packProblems,
  packText,
  readPack,
  valuesOfPack,
  type RulePackFile,
} from "~/domain/rules/pack";
import { PARAMETER_IDS, PARAMETERS } from "~/domain/rules/parameter";
import { parameterForm } from "~/domain/rules/parameter-form";
import { valueProblem } from "~/domain/rules/parameter-range";
import { lineDifference, repriced } from "~/domain/rules/what-if";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { aPlacementLine, aTrainingLine, theNumbers } from "#test/builders/claim-facts";
import { aPackFile } from "#test/builders/rule-pack";

const textOf = (change: object) => JSON.stringify({ ...aPackFile(), ...change });
const messagesOf = (text: string) => {
  const read = readPack(text);
  return read.ok ? [] : read.problems.map(({ place, message }) => `${place}：${message}`);
};
const value = aPackFile().values[0];

describe("[R14] a rule pack is a file that is checked", () => {
  test("it reads back the same, whatever the order of its keys and values", () => {
    const read = readPack(textOf({ values: [...aPackFile().values].reverse() }));
    if (!read.ok) throw new Error(read.problems.join());
    expect(packText(read.pack)).toBe(packText(aPackFile()));
    expect(readPack(`\uFEFF${packText(read.pack)}`)).toEqual(read);
    expect(readPack(packText(read.pack))).toEqual(read);
  });

  test.each([
    ["no JSON", "{", "文件：不是 JSON 文件"],
    ["another format", textOf({ format: "x" }), "格式：不是规则包文件（format 应为“rule-pack/1”）"],
    ["no name", textOf({ name: "" }), "名称：请填写名称"],
    ["an unknown key", textOf({ amounts: 1 }), "文件：有不认识的项目：amounts"],
    ["no area", textOf({ regionCode: "53" }), "适用地区：适用地区应为六位区划代码"],
    ["no day", textOf({ issuedOn: "2020-02-30" }), "发文日期：发文日期应写成 2020-06-01 的样子"],
    ["no value", textOf({ values: [] }), "数值表：一个数值也没有"],
    [
      "an unknown parameter",
      textOf({ values: [{ ...value, parameter: "x" }] }),
      "第 1 个值 参数：本系统没有参数“x”",
    ],
    [
      "text for a number",
      textOf({ values: [{ ...value, value: "500" }] }),
      "第 1 个值 数值：数值应为数字",
    ],
    [
      "three decimals",
      textOf({ values: [{ ...value, value: 0.005 }] }),
      "第 1 个值 数值：数值最多两位小数",
    ],
    [
      "an end before the start",
      textOf({ values: [{ ...value, fromOn: "2020-06-02", toOn: "2020-06-01" }] }),
      "第 1 个值：截止日早于起始日",
    ],
    [
      "two values from one day",
      textOf({ values: [value, value] }),
      "第 2 个值：“劳务中介补助须稳定就业月数”自 2020-01-01 起有两个值",
    ],
  ])("%s is refused with its place", (_what, text, message) => {
    expect(messagesOf(text)).toEqual([message]);
  });
});

const problemsOf = (...args: Parameters<typeof aPackFile>) =>
  packProblems(aPackFile(...args)).map(({ message }) => message);

test.each([
  ["claim.minAttendancePercent", 100, 800, "“培训出勤率下限”应在 0 至 100 %之间"],
  ["claim.stablePerson", 0.01, 0, "“稳定就业补助标准（每人）”应在 0.01 至 1000000 元之间"],
  ["claim.stableMinMonths", 60, 61, "“稳定就业补助须满月数”应在 1 至 60 月之间，且为整数"],
  ["post.leaveIsPaid", 1, 7, "“公共服务岗位请假是否照发工资”只能是 1 或 0"],
] as const)("[R14] %s may be %d and not %d", (parameter, right, wrong, message) => {
  expect(problemsOf({ [parameter]: right })).toEqual([]);
  expect(problemsOf({ [parameter]: wrong })).toEqual([message]);
  const typed = {
    ...{ parameter, regionCode: "532300", fromOn: "2020-01-01", toOn: "", source: "某文" },
  };
  const read = (value: number) => parameterForm.safeParse({ ...typed, value: String(value) });
  expect(read(right).success).toBe(true);
  expect(read(wrong).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test("[R14] every parameter of its own default is within its range", () => {
  for (const id of PARAMETER_IDS) {
    const { ownDefault } = PARAMETERS[id];
    if (ownDefault !== null) expect(valueProblem(id, ownDefault)).toBeNull();
    expect(valueProblem(id, 10_000_000)).not.toBeNull();
  }
});

test("[R14] a value that holds from before its document's day says why", () => {
  const late = { issuedOn: day("2020-01-02") };
  expect(problemsOf({ "claim.stablePerson": 500 }, late)).toEqual([
    expect.stringContaining("早于发文日期 2020-01-02"),
  ]);
  expect(problemsOf({ "claim.stablePerson": 500 }, { issuedOn: day("2020-01-01") })).toEqual([]);
  const why = { ...late, backdatedBecause: "文件规定自 1 月 1 日起执行" };
  expect(problemsOf({ "claim.stablePerson": 500 }, why)).toEqual([]);
  expect(packText(aPackFile({ "claim.stablePerson": 500 }, why))).toContain("backdatedBecause");
});

describe("[R14] what a pack says", () => {
  test("the last day may be the first", () => {
    const oneDay = { ...value, fromOn: "2020-06-01", toOn: "2020-06-01" };
    expect(messagesOf(textOf({ values: [oneDay] }))).toEqual([]);
  });

  test("its values stand for its area, each by its document and clause", () => {
    expect(valuesOfPack(aPackFile(), "p")[0]).toMatchObject({
      ...{ parameter: "claim.agencyMinMonths", regionCode: "532300", packId: "p" },
      source: "某人社发〔2020〕1号 第三条",
    });
  });
});

test("two packs are told apart value by value", () => {
  const before = valuesOfPack(
    aPackFile({ "claim.stablePerson": 500, "claim.agencyPerson": 300 }),
    "a",
  );
  const after = valuesOfPack(aPackFile({ "claim.stablePerson": 600, "claim.maxAge": 60 }), "b");
  const told = packDifferences(before, after).map(({ parameter, kind }) => `${parameter} ${kind}`);
  expect(told).toEqual([
    "claim.stablePerson changed",
    "claim.agencyPerson dropped",
    "claim.maxAge added",
  ]);
  expect(packDifferences(before, before).map(({ kind }) => kind)).toEqual(["same", "same"]);
});

test("beside what stands a pack is compared with the value that held on its first day, to the day", () => {
  const old = (toOn: string | null) =>
    valuesOfPack(aPackFile({ "claim.stablePerson": 500, "claim.maxAge": 60 }), "a").map((one) => ({
      ...one,
      toOn: toOn === null ? null : day(toOn),
    }));
  const from = (one: RulePackFile["values"][number]) => ({ ...one, fromOn: day("2021-01-01") });
  const file = aPackFile({ "claim.stablePerson": 800, "claim.agencyPerson": 300 });
  const pack = valuesOfPack({ ...file, values: file.values.map(from) }, "b");
  const told = (standing: ReturnType<typeof old>) =>
    packBesideStanding([[], standing, [...standing].reverse()], pack).map(
      ({ parameter, before, kind }) => `${parameter} ${before?.value ?? "—"} ${kind}`,
    );
  const agency = "claim.agencyPerson — added";
  expect(told(old(null))).toEqual(["claim.stablePerson 500 changed", agency]);
  expect(told(old("2021-01-01"))).toEqual(["claim.stablePerson 500 changed", agency]);
  expect(told(old("2020-12-31"))).toEqual(["claim.stablePerson — added", agency]);
  const later = [...old(null), ...pack];
  expect(told(later)[0]).toBe("claim.stablePerson 800 same");
});

describe("what if a pack were in force", () => {
  const now = theNumbers();

  test("a rate it changes is multiplied anew, and the rest left alone", () => {
    const dearer = theNumbers({ "claim.trainingPersonDay": 60 });
    expect(repriced(aTrainingLine(), now, dearer)).toMatchObject({
      rateFen: 6000,
      amountFen: 60_000,
    });
    const odd = aTrainingLine({ rateFen: fen(4900), amountFen: fen(49_000) });
    expect(repriced(odd, now, theNumbers({ "claim.maxAge": 50 }))).toBe(odd);
    const none = theNumbers({ "claim.trainingPersonDay": null });
    expect(repriced(aTrainingLine(), now, none)).toMatchObject({ rateFen: null, amountFen: 0 });
    const local = aPlacementLine("OUTWORK", {}, { destination: "LOCAL" });
    expect(repriced(local, now, none)).toBe(local);
  });

  test("a line that stays as it is is not told of", () => {
    expect(
      lineDifference(aTrainingLine(), now, theNumbers({ "claim.stablePerson": 1 }), 0),
    ).toBeNull();
  });

  test("a verdict that changes is told with what it says then", () => {
    const stricter = theNumbers({ "claim.maxAge": 20 });
    const found = lineDifference(aPlacementLine("STABLE_EMPLOYMENT"), now, stricter, 0);
    expect(found).toMatchObject({
      ...{ amountBefore: 50_000, amountAfter: 50_000 },
      changed: [{ rule: "eligibility/not-too-old", before: "pass", after: "fail" }],
    });
    expect(found?.changed[0]?.message).not.toBe("");
  });

  test("a line drawn for three months cannot tell of a fourth, and can of two", () => {
    const months = (least: number) => theNumbers({ "claim.stableMinMonths": least });
    const proved = (count: number) =>
      aPlacementLine("STABLE_EMPLOYMENT", {}, { provedMonths: count });
    expect(lineDifference(proved(3), now, months(4), 0)?.changed).toEqual([
      {
        ...{ rule: "placement/stable-months", title: "稳定就业满规定月数" },
        ...{ before: "pass", after: "unknown" },
        message: "须满月数增加，明细的期间要重新取数后才能判断",
      },
    ]);
    expect(lineDifference(proved(2), now, months(2), 0)?.changed).toMatchObject([
      { before: "fail", after: "pass" },
    ]);
    expect(lineDifference(proved(1), now, months(2), 0)).toBeNull();
  });

  test("the pot is asked about the sum that the whole batch would have", () => {
    const dearer = theNumbers({ "claim.trainingPersonDay": 60 });
    const kinds = (moved: number) =>
      lineDifference(aTrainingLine(), now, dearer, moved)?.changed.map(({ rule }) => rule);
    expect(kinds(0)).toEqual([]);
    expect(kinds(1)).toEqual(["pot/within-ceiling", "pot/received"]);
  });
});
