import { expect, test } from "vitest";
import { fen } from "~/domain/shared/fen";
import { classBudget } from "~/domain/training/class-budget";
import { filingForm } from "~/domain/training/filing-form";
import { planTexts, trainingPlanForm } from "~/domain/training/plan";
import { filingTexts } from "#test/builders/filing";

// [M06] the sums of 曲财农〔2020〕31号 四(四).
test("[M06] 3 terms of 40 persons for 10 days at 600 yuan are 72 万", () => {
  const term = classBudget({ unitCostFen: fen(60_000), quantity: 10, headcount: 40 });
  expect(3 * term).toBe(72_000_000);
});

test("[M06] 15 persons for 12 months and 50 for 3 at 8000 yuan are 264 万", () => {
  const months = (headcount: number, quantity: number) =>
    classBudget({ unitCostFen: fen(800_000), quantity, headcount });
  expect(months(15, 12) + months(50, 3)).toBe(264_000_000);
});

test("half days count, to the fen", () => {
  expect(classBudget({ unitCostFen: fen(60_001), quantity: 0.5, headcount: 1 })).toBe(30_001);
  expect(classBudget({ unitCostFen: fen(60_000), quantity: 10.5, headcount: 40 })).toBe(25_200_000);
});

const typed = (changes: Record<string, string>) =>
  filingForm.safeParse(
    filingTexts({ countyCode: "532323", planId: "", providerId: "", filing: changes }),
  );
const refusedAt = (changes: Record<string, string>) =>
  typed(changes).error?.issues.map(({ path }) => path[0]) ?? [];

test("[R25] an order for an employer asks for employer, code and order; an ordinary class does not", () => {
  expect(typed({}).success).toBe(true);
  expect(refusedAt({ commissioning: "COMMISSIONED" })).toEqual([
    "employerName",
    "employerCreditCode",
    "employerOrder",
  ]);
  expect(refusedAt({ employerCreditCode: "91350100M000100Y44" })).toEqual(["employerCreditCode"]);
});

test("[R15] a unit of Shanghai needs a reason from 2020-01-01 on", () => {
  const shanghai = { implementerRegion: "310113" };
  expect(refusedAt({ ...shanghai, startsOn: "2020-01-01" })).toEqual(["implementerReason"]);
  expect(refusedAt({ ...shanghai, startsOn: "2019-12-31" })).toEqual([]);
  expect(refusedAt({ ...shanghai, implementerReason: "师资在沪" })).toEqual([]);
});

test("numbers are taken as people write them and refused with the field's name", () => {
  const read = typed({ costQuantity: "１０．５", unitCostFen: "1,600.50", plannedHeadcount: "" });
  expect(read.data).toMatchObject({ costQuantity: 10.5, unitCostFen: 160_050 });
  expect(read.data?.plannedHeadcount).toBeNull();
  expect(refusedAt({ plannedHeadcount: "四十" })).toEqual(["plannedHeadcount"]);
  expect(refusedAt({ venueLatitude: "25.1" })).toEqual(["venueLongitude"]);
  expect(refusedAt({ endsOn: "2020-05-31" })).toEqual(["endsOn"]);
});

test("[S08] a plan without one of the four specifics is refused; empty rows of trades fall out", () => {
  const row = { trade: "电工", classCount: "2", headcount: "80", budgetFen: "480000" };
  const plan = {
    ...{ year: "2020", title: "计划", goal: "目标", schedule: "时间", duties: "责任" },
    measures: "举措",
    ...Object.fromEntries(Object.entries(row).map(([key, text]) => [`item.3.${key}`, text])),
  };
  const { texts, positions } = planTexts(plan);
  expect(positions).toEqual([3]);
  expect(trainingPlanForm.parse(texts).items).toEqual([
    { trade: "电工", classCount: 2, headcount: 80, budgetFen: 48_000_000, note: "" },
  ]);
  for (const specific of ["goal", "schedule", "duties", "measures"]) {
    const lacking = trainingPlanForm.safeParse({ ...texts, [specific]: " " });
    expect(lacking.error?.issues.map(({ path }) => path[0])).toEqual([specific]);
  }
  const twice = trainingPlanForm.safeParse({ ...texts, items: [row, row] });
  expect(twice.error?.issues[0]?.path).toEqual(["items", 1, "trade"]);
});
