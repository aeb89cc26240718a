import { expect, test } from "vitest";
import { matchResult } from "~/domain/evidence/match-result";
import { verificationLayout } from "~/domain/evidence/layouts/verification";
import { eventDays, lineStanding } from "~/domain/evidence/verification-answer";
import type { RegistryAnswer } from "~/domain/evidence/verification-event";
import { resultObstacle } from "~/domain/evidence/verification-checks";
import { readResultRow } from "~/domain/evidence/verification-result";
import { columnMap } from "~/domain/rosters/column-map";
import { readTitle } from "~/domain/rosters/roster-title";
import type { SheetRow } from "~/domain/rosters/sheet";
import { day } from "~/domain/shared/calendar-date";
import { knownRegionCodes } from "~/platform/reference/region-codes.server";
import { idNumberOf } from "#test/builders/id-card-number";

const [ONE, TWO, OTHER] = [1, 2, 3].map((serial) => idNumberOf("532323", "1990-01-01", serial));
const LINES = [
  { lineId: "a", number: 1, name: "普开花" },
  { lineId: "b", number: 2, name: "沙马·尔布" },
];
const KEYS = ["name", "idCardNumber", "registered", "category", "verifiedOn"] as const;
const COLUMNS = columnMap(
  {
    ...{ sheet: "查验结果", headerRow: 1, headerDepth: 1 },
    columns: KEYS.map((key, column) => ({ column, header: key, key, confidence: 1 })),
    title: readTitle([]),
  },
  verificationLayout,
);
const CONTEXT = { today: day("2020-06-20"), knownRegions: knownRegionCodes() };

function read(sheetRow: number, ...texts: readonly string[]) {
  const row: SheetRow = { sheetRow, texts, kinds: texts.map(() => "text" as const) };
  return readResultRow(row, COLUMNS, CONTEXT);
}

function matched(...rows: readonly (readonly string[])[]) {
  const read_ = rows.map((texts, index) => read(index + 2, ...texts));
  const lineOf = (number: string) =>
    number === ONE ? LINES[0] : number === TWO ? LINES[1] : undefined;
  return matchResult(read_, LINES, lineOf, "2020-06-10");
}
const GOOD = [
  ["普开花", String(ONE), "是", "已脱贫", ""],
  ["沙马·尔布", String(TWO), "否", "", "2020-06-10"],
] as const;

test("[R01] an answer says the category, or that the registry does not hold the person", () => {
  const category = (...cells: readonly string[]) =>
    read(2, "普开花", String(ONE), ...cells).category;
  expect(category("是", "已脱贫户")).toBe("LIFTED");
  expect(category("", "脱贫不稳定户")).toBe("UNSTABLE_EXIT");
  expect(category("是", "")).toBe("");
  expect(category("否", "")).toBeNull();
  expect(category("", "查无此人")).toBeNull();
  expect(category("否", "-")).toBeNull();
});

test("[R01] an answer that says nothing, contradicts itself or names no known category is refused", () => {
  const kinds = (...cells: readonly string[]) =>
    read(2, "普开花", String(ONE), ...cells).problems.map(({ kind }) => kind);
  expect(kinds("", "")).toEqual(["answer-missing"]);
  expect(kinds("否", "已脱贫")).toEqual(["answer-contradicts"]);
  expect(kinds("是", "查无此人")).toEqual(["answer-contradicts"]);
  expect(kinds("或许", "")).toEqual(["registered-unreadable"]);
  expect(kinds("是", "其他")).toEqual(["category-unreadable"]);
  expect(kinds("是", "已脱贫", "昨天")).toEqual(["day-unreadable"]);
});

test("[R01] every line answered once under its own name is taken", () => {
  const { answers, problems } = matched(...GOOD);
  expect(problems).toEqual([]);
  expect(answers).toEqual([
    { lineId: "a", category: "LIFTED" },
    { lineId: "b", category: null },
  ]);
});

test("[R01] a number of nobody, a missing line, another name, a double and another day are each named", () => {
  const [one, two] = GOOD;
  const found = (...rows: readonly (readonly string[])[]) =>
    matched(...rows).problems.map(({ kind, sheetRow }) => [kind, sheetRow]);
  expect(found(one, two, ["李某", String(OTHER), "是", "已脱贫"])).toEqual([["unknown-number", 4]]);
  expect(found(one)).toEqual([["line-missing", 0]]);
  expect(found(["普开兰", String(ONE), "是", "已脱贫"], two)).toEqual([["name-differs", 2]]);
  expect(found(one, one, two)).toEqual([["duplicate", 3]]);
  expect(found(one, ["沙马·尔布", String(TWO), "否", "", "2020-06-09"])).toEqual([
    ["other-day", 3],
  ]);
  const messages = matched(["李某", String(OTHER), "是", "已脱贫"]).problems;
  expect(JSON.stringify(messages)).not.toContain(String(OTHER));
});

test("[R01] the platform answers from the day of the list to today, for the day it was asked for", () => {
  const asked = {
    ...{ isSealed: false, isAnswered: false, askedFor: "2020-06-15", eventOn: "2020-06-15" },
    ...{ exportedOn: "2020-06-10", today: "2020-06-12" },
  };
  const kind = (on: string, change: Partial<typeof asked> = {}) =>
    resultObstacle(on, { ...asked, ...change })?.kind ?? null;
  const answers = ["2020-06-09", "2020-06-10", "2020-06-12", "2020-06-13"].map((on) => kind(on));
  expect(answers).toEqual(["dayImpossible", null, null, "dayImpossible"]);
  expect(kind("2020-06-11", { eventOn: "2020-06-16" })).toBe("eventMoved");
  expect(kind("2020-06-11", { isAnswered: true })).toBe("answered");
  expect(kind("2020-06-11", { isSealed: true })).toBe("sealed");
});

test("[R01] the completion is on its day, until then on the planned last day", () => {
  const planned = { startsOn: "2020-06-01", endsOn: "2020-06-15", completedOn: null };
  expect(eventDays(planned)).toEqual({ opening: "2020-06-01", completion: "2020-06-15" });
  expect(eventDays({ ...planned, completedOn: "2020-06-17" }).completion).toBe("2020-06-17");
});

test("[R01] nobody asked is missing; an answer stands as its day and its age say", () => {
  const answer: RegistryAnswer = {
    event: "opening",
    eventOn: "2020-06-01",
    verifiedOn: "2020-05-22",
    category: "LIFTED",
  };
  expect(lineStanding(null, "2020-06-01", null)).toBe("missing");
  expect(lineStanding(answer, "2020-06-01", null)).toBe("valid");
  expect(lineStanding(answer, "2020-06-01", 10)).toBe("valid");
  expect(lineStanding(answer, "2020-06-01", 9)).toBe("tooOld");
  expect(lineStanding(answer, "2020-06-02", null)).toBe("otherDay");
  expect(lineStanding({ ...answer, category: null }, "2020-06-01", null)).toBe("notFound");
  const later = { ...answer, verifiedOn: "2020-06-02" };
  expect(lineStanding(later, "2020-06-01", null)).toBe("validAfterwards");
});
