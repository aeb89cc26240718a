import { describe, expect, test } from "vitest";
import { labourBatchForm } from "~/domain/employers/labour-batch";
import { closingReason, vacancyForm, vacancyStateOn, wageText } from "~/domain/employers/vacancy";

const TYPED = {
  ...{ kind: "ORDER", title: "仓储分拣员", workplaceCode: "310114", headcount: "12" },
  ...{ openFrom: "2020年5月1日", openTo: "2020-06-30", wageFromFen: "4000", wageToFen: "6,000.50" },
};
const faults = (change: Record<string, string>) => {
  const { error } = vacancyForm.safeParse({ ...TYPED, ...change });
  return error?.issues.map(({ path }) => path[0]) ?? [];
};

describe("[R23] the form of a vacancy", () => {
  test("reads wages in yuan as fen and days as people write them", () => {
    expect(vacancyForm.parse(TYPED)).toMatchObject({
      ...{ kind: "ORDER", headcount: 12, wageFromFen: 400_000, wageToFen: 600_050 },
      ...{ openFrom: "2020-05-01", openTo: "2020-06-30", requirement: "", source: "" },
    });
    const open = { ...TYPED, wageFromFen: "", wageToFen: "", openTo: "" };
    expect(vacancyForm.parse(open)).toMatchObject({
      ...{ wageFromFen: null, wageToFen: null, openTo: null },
    });
  });

  test("asks for one person at least", () => {
    expect(faults({ headcount: "1" })).toEqual([]);
    for (const headcount of ["0", "-1", "1.5", "十"]) {
      expect(faults({ headcount })).toEqual(["headcount"]);
    }
  });

  test("the upper wage is not below the lower one, and a million a month is the most", () => {
    expect(faults({ wageFromFen: "4000", wageToFen: "4000" })).toEqual([]);
    expect(faults({ wageFromFen: "4000.01", wageToFen: "4000" })).toEqual(["wageToFen"]);
    expect(faults({ wageToFen: "1000000" })).toEqual([]);
    expect(faults({ wageToFen: "1000000.01" })).toEqual(["wageToFen"]);
  });

  test("it does not end before it begins, and stands somewhere", () => {
    expect(faults({ openTo: "2020-05-01" })).toEqual([]);
    expect(faults({ openTo: "2020-04-30" })).toEqual(["openTo"]);
    expect(faults({ workplaceCode: "" })).toEqual(["workplaceCode"]);
    expect(faults({ workplaceCode: "310114001" })).toEqual(["workplaceCode"]);
    expect(faults({ kind: "SHADOW" })).toEqual(["kind"]);
  });
});

test("a vacancy stands from its first day to its last, both counted, unless it is closed", () => {
  const one = { openFrom: "2020-05-01", openTo: "2020-06-30", closed: false };
  expect(vacancyStateOn(one, "2020-04-30")).toBe("COMING");
  expect(vacancyStateOn(one, "2020-05-01")).toBe("STANDING");
  expect(vacancyStateOn(one, "2020-06-30")).toBe("STANDING");
  expect(vacancyStateOn(one, "2020-07-01")).toBe("EXPIRED");
  expect(vacancyStateOn({ ...one, openTo: null }, "2030-01-01")).toBe("STANDING");
  expect(vacancyStateOn({ ...one, closed: true }, "2020-05-01")).toBe("CLOSED");
});

test("a vacancy is not closed without a reason, and no phone stays in it", () => {
  expect(closingReason.safeParse(" ").success).toBe(false);
  expect(closingReason.parse("招满，电话 13911112222")).toBe("招满，电话 139******22");
});

test("a wage is read as a span, from, up to, or to be agreed", () => {
  expect(wageText(400_000, 600_050)).toBe("4000 至 6000.50 元");
  expect(wageText(400_000, 400_000)).toBe("4000 元");
  expect(wageText(400_000, null)).toBe("4000 元起");
  expect(wageText(null, 600_000)).toBe("至多 6000 元");
  expect(wageText(null, null)).toBe("面议");
});

test("a labour batch has a name and a day; where it goes may still be open", () => {
  const typed = { name: "赴嘉定第3批", organisedOn: "2020-05-01", workplaceCode: "" };
  expect(labourBatchForm.parse(typed)).toEqual({ ...typed, workplaceCode: null, note: "" });
  expect(labourBatchForm.parse({ ...typed, workplaceCode: "310114" }).workplaceCode).toBe("310114");
  expect(labourBatchForm.safeParse({ ...typed, name: "" }).success).toBe(false);
  expect(labourBatchForm.safeParse({ ...typed, organisedOn: "五月" }).success).toBe(false);
  expect(labourBatchForm.safeParse({ ...typed, workplaceCode: "31" }).success).toBe(false);
});
