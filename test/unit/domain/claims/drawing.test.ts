import { expect, test } from "vitest";
import { priced, type ProvedLine } from "~/domain/claims/drawing";
import { numbersFrom } from "~/domain/rules/value-series";
import { day } from "~/domain/shared/calendar-date";

const value = { parameter: "claim.trainingPersonDay", regionCode: "530000", packId: null } as const;
const numbers = numbersFrom(
  [{ ...value, value: 50.55, fromOn: day("2020-06-01"), toOn: null, source: "某省〔2020〕1号" }],
  "532324",
);
const line = (on: string, quantity: number): ProvedLine => ({
  ...{ sourceId: "s", personId: "p", idIndex: "00", name: "普光明", destination: null },
  ...{ eventOn: day(on), periodFrom: day(on), periodTo: day(on), quantity, unit: "PERSON_DAY" },
});

test("[R14] an amount is quantity by the rate of the line's own day, to the fen", () => {
  expect(priced(line("2020-06-01", 2.5), "TRAINING", numbers)).toMatchObject({
    ...{ rateFen: 5055, amountFen: 12_638 },
    rate: { parameter: "claim.trainingPersonDay", value: 50.55, fromOn: "2020-06-01" },
  });
});

test("[R14] the day before the rate came into force there is none, and nothing to be paid", () => {
  const told = priced(line("2020-05-31", 2), "TRAINING", numbers);
  expect(told).toMatchObject({ rateFen: null, amountFen: 0, rate: null });
});

test("work that stays in the county has no rate at all", () => {
  const local = { ...line("2020-06-01", 1), unit: "PERSON", destination: "LOCAL" } as const;
  expect(priced(local, "OUTWORK", numbers)).toMatchObject({ rateFen: null, amountFen: 0 });
});
