import { describe, expect, test } from "vitest";
import { districtListLayout } from "~/domain/rosters/layouts/district-list";
import { day } from "~/domain/shared/calendar-date";
import { readDistrictRow, repeatedNumbers } from "~/domain/targets/district-list";
import { readExplanations } from "~/domain/targets/reconciliation-form";
import { hasChanges, layOver, type KnownLine } from "~/domain/targets/reconciliation-lists";
import {
  hasEnded,
  isPairedIn,
  lastDayOfMonth,
  monthsOfYear,
  toMonth,
} from "~/domain/targets/reconciliation-month";
import { idNumberOf } from "#test/builders/id-card-number";

const person = (key: string, employerName = "甲公司") => ({
  ...{ key, name: `某${key}`, employerName, startedOn: "2020-05-06" },
});
const line = (id: string, side: KnownLine["side"], words: KnownLine["words"] = person(id)) => ({
  ...{ id, key: id, side, words },
});

describe("[R21] a list laid over the lines that are there", () => {
  const lines = [line("a", "COUNTY"), line("b", "BOTH"), line("c", "DISTRICT", null)];

  test("who is new is added, who is on the other side's list becomes one of both", () => {
    const changes = layOver(
      lines,
      "COUNTY",
      ["a", "b", "c", "d"].map((key) => person(key)),
    );
    expect(changes).toEqual({
      added: [person("d")],
      changed: [{ id: "c", side: "BOTH", person: person("c") }],
      ...{ left: [], gone: [] },
    });
  });

  test("who is missing is left to the other side, or gone when nobody else has him", () => {
    expect(layOver(lines, "COUNTY", [])).toEqual({
      added: [],
      changed: [],
      left: ["b"],
      gone: ["a"],
    });
    expect(layOver(lines, "DISTRICT", [])).toMatchObject({ left: ["b"], gone: ["c"] });
  });

  test("the same list changes nothing; another employer does", () => {
    const same = layOver(lines, "COUNTY", [person("a"), person("b")]);
    expect(hasChanges(same)).toBe(false);
    const moved = layOver(lines, "COUNTY", [person("a", "乙公司"), person("b")]);
    expect(moved.changed).toEqual([{ id: "a", side: "COUNTY", person: person("a", "乙公司") }]);
    expect(hasChanges(moved)).toBe(true);
  });
});

describe("[R21] a row of the district's list", () => {
  const NUMBER = idNumberOf("532323", "1990-01-01", 7);
  const keys = districtListLayout.fields.map(({ key }) => key);
  const at = Object.fromEntries(keys.map((key, index) => [key, index]));
  const header = Object.fromEntries(districtListLayout.fields.map((one) => [one.key, one.header]));
  const columns = { at, header, headerAt: [] } as unknown as Parameters<typeof readDistrictRow>[1];
  const context = {
    knownRegions: Object.assign(new Set(["532323"]), { provinces: new Set(["53"]) }),
    today: day("2020-06-05"),
  } as unknown as Parameters<typeof readDistrictRow>[2];
  const read = (name: string, number: string, startedOn = "2020年5月6日", sheetRow = 4) => {
    const texts = ["1", name, number, "甲公司", startedOn];
    const kinds = texts.map(() => "text" as const);
    return readDistrictRow({ sheetRow, texts, kinds }, columns, context);
  };

  test("is taken with its day as a day", () => {
    expect(read("鲁晓美", NUMBER)).toMatchObject({
      ...{ idCardNumber: NUMBER, name: "鲁晓美", employerName: "甲公司" },
      ...{ startedOn: "2020-05-06", problems: [] },
    });
    expect(read("鲁晓美", NUMBER, "")).toMatchObject({ startedOn: null, problems: [] });
  });

  test("is refused with row, column and the way to mend it", () => {
    const { problems } = read("", NUMBER.slice(0, 17), "五月初");
    expect(problems.map(({ sheetRow, column, kind }) => [sheetRow, column, kind])).toEqual([
      ...[[4, "身份证号码", "id-length"]],
      ...[[4, "姓名", "name-missing"]],
      ...[[4, "上岗时间", "day-unreadable"]],
    ]);
    for (const { message } of problems) expect(message).not.toContain(NUMBER.slice(0, 17));
  });

  test("the same number twice is refused at its second row", () => {
    const rows = [read("鲁晓美", NUMBER), read("鲁小美", NUMBER, "", 9)];
    expect(repeatedNumbers(rows, "身份证号码")).toMatchObject([{ sheetRow: 9, kind: "duplicate" }]);
    expect(repeatedNumbers(rows.slice(1), "身份证号码")).toEqual([]);
  });
});

describe("[R21] explanations as a form sends them", () => {
  const ID = "00000000-0000-7000-8000-000000000001";
  test("a cause is enough, 其他 says what, and words want a cause", () => {
    expect(readExplanations({ [`kind.${ID}`]: "DUPLICATE", [`text.${ID}`]: "" })).toEqual({
      ...{ ok: true, whole: null, lines: [{ lineId: ID, kind: "DUPLICATE", text: "" }] },
    });
    const errorsOf = (kind: string, text: string) => {
      const read = readExplanations({ [`kind.${ID}`]: kind, [`text.${ID}`]: text });
      return read.ok ? [] : Object.keys(read.errors);
    };
    expect(errorsOf("OTHER", "")).toEqual([`text.${ID}`]);
    expect(errorsOf("OTHER", "跨月报到")).toEqual([]);
    expect(errorsOf("", "有话没有原因")).toEqual([`kind.${ID}`]);
    expect(errorsOf("NONSENSE", "")).toEqual([`kind.${ID}`]);
    expect(errorsOf("DUPLICATE", "长".repeat(200))).toEqual([]);
    expect(errorsOf("DUPLICATE", "长".repeat(201))).toEqual([`text.${ID}`]);
  });

  test("numbers typed into the words are masked", () => {
    const read = readExplanations({ whole: "本人电话 13911110000，已返乡" });
    expect(read.ok && read.whole).not.toContain("13911110000");
    expect(read.ok && read.whole).toContain("已返乡");
  });
});

describe("[R21] months and pairings", () => {
  const may = day("2020-05-01");
  test("a month is over on the first day of the next one", () => {
    expect(lastDayOfMonth(may)).toBe("2020-05-31");
    expect(lastDayOfMonth(day("2020-02-01"))).toBe("2020-02-29");
    expect(hasEnded(may, "2020-05-31")).toBe(false);
    expect(hasEnded(may, "2020-06-01")).toBe(true);
  });

  test("a pairing covers a month of which it holds one day at least", () => {
    const until = (to: string | null) => isPairedIn({ from: "2019-01-01", to }, may);
    expect(until("2020-04-30")).toBe(false);
    expect(until("2020-05-01")).toBe(true);
    expect(until(null)).toBe(true);
    const since = (from: string) => isPairedIn({ from, to: null }, may);
    expect(since("2020-05-31")).toBe(true);
    expect(since("2020-06-01")).toBe(false);
  });

  test("a year has twelve months, and a month of an address is one of them", () => {
    expect(monthsOfYear(2020)).toHaveLength(12);
    expect(monthsOfYear(2020).slice(-1)).toEqual(["2020-12-01"]);
    expect(toMonth("2020-05")).toBe("2020-05-01");
    expect(toMonth("2020-05-17")).toBe("2020-05-01");
    for (const wrong of ["2020-13", "2020-00", "1999-05", "五月", "", null]) {
      expect(toMonth(wrong)).toBeNull();
    }
  });
});
