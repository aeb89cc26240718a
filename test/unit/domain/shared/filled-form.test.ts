import { expect, test } from "vitest";
import { sumTexts } from "~/domain/shared/filled-form";

const column = { header: "", widthClass: "", width: 10 };
const columns = [
  { ...column, key: "name" },
  { ...column, key: "days", number: "count" as const, isSummed: true },
  { ...column, key: "pay", number: "money" as const, isSummed: true },
];
const row = (texts: Record<string, string>) => ({ id: "", texts });

test("[R17] sums are exact to the fen, and an empty cell is nought", () => {
  const rows = Array.from({ length: 10 }, () => row({ days: "2", pay: "0.10" }));
  expect(sumTexts({ columns }, [...rows, row({ days: "", pay: "-0.05" })])).toEqual({
    ...{ days: "20", pay: "0.95" },
  });
});

test("a form without numbers to add has no sum", () => {
  expect(sumTexts({ columns: columns.slice(0, 1) }, [])).toBeNull();
});
