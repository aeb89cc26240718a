import { describe } from "vitest";
import type { ClaimFacts, PersonFacts } from "~/domain/claims/facts";
import { day } from "~/domain/shared/calendar-date";
import { aPlacementLine, aTrainingLine, theNumbers } from "#test/builders/claim-facts";
import { judges } from "./judges";

const { person } = aTrainingLine();
const whose = (change: Partial<PersonFacts>) => aTrainingLine({ person: { ...person, ...change } });
const registered = (change: Partial<NonNullable<PersonFacts["registry"]>>) =>
  whose({
    registry: {
      ...{ exportedOn: day("2020-05-15"), category: "LIFTED", sameCounty: true, sameName: true },
      ...change,
    },
  });

describe("[R08] claims are of five kinds, drawn from what is proved", () => {
  const sixth = JSON.parse(JSON.stringify(aTrainingLine()).replace('"TRAINING"', '"FAIR"'));
  judges(
    "scope/five-kinds",
    ["training", "pass", aTrainingLine()],
    ["outwork", "pass", aPlacementLine("OUTWORK")],
    ["a sixth kind out of a stored check", "fail", sixth as ClaimFacts],
  );
  judges(
    "scope/drawn-from-proof",
    ["training from a roster", "pass", aTrainingLine()],
    ["training from a placement", "fail", aTrainingLine({ sourceKind: "PLACEMENT" })],
  );
});

describe("[R08] only what the documents' money is for", () => {
  judges(
    "scope/within-money",
    ["the first day of 2020", "pass", aTrainingLine({ eventOn: day("2020-01-01") })],
    ["the day before", "fail", aTrainingLine({ eventOn: day("2019-12-31") })],
  );
});

describe("[R01] [R27] the registry knows the person on the event's day", () => {
  judges(
    "eligibility/registered-poor",
    ["registered poor", "pass", registered({ category: "REGISTERED_POOR" })],
    ["lifted out", "pass", registered({ category: "LIFTED" })],
    ["unstable", "pass", registered({ category: "UNSTABLE_EXIT" })],
    ["at risk, and never registered", "fail", registered({ category: "AT_RISK" })],
    ["sudden hardship", "fail", registered({ category: "SUDDEN_HARDSHIP" })],
    ["not in the export", "fail", registered({ category: null })],
    ["no export of that day", "unknown", whose({ registry: null })],
    ["an export of the day itself", "pass", registered({ exportedOn: day("2020-06-01") })],
    ["of the day after", "unknown", registered({ exportedOn: day("2020-06-02") })],
    [
      "as old as was entered",
      "pass",
      registered({}),
      theNumbers({ "verification.maxAgeDays": 17 }),
    ],
    ["a day older", "unknown", registered({}), theNumbers({ "verification.maxAgeDays": 16 })],
    ["years old with no limit", "pass", registered({ exportedOn: day("2014-06-20") })],
  );
  judges(
    "eligibility/registry-fresh",
    ["a year to the day", "pass", registered({ exportedOn: day("2019-06-02") })],
    ["a day more", "fail", registered({ exportedOn: day("2019-06-01") })],
    ["later than the event", "unknown", registered({ exportedOn: day("2020-06-02") })],
    ["no export", "unknown", whose({ registry: null })],
  );
  judges(
    "eligibility/monitored-population",
    ["lifted out", "pass", registered({ category: "LIFTED" })],
    ["at risk", "pass", registered({ category: "AT_RISK" })],
    ["sudden hardship", "pass", registered({ category: "SUDDEN_HARDSHIP" })],
    ["not in the export", "fail", registered({ category: null })],
    ["no export of that day", "unknown", whose({ registry: null })],
    ["of the day after", "unknown", registered({ exportedOn: day("2020-06-02") })],
  );
  judges(
    "eligibility/same-county",
    ["the county", "pass", registered({})],
    ["another", "fail", registered({ sameCounty: false })],
    ["not in the export", "unknown", registered({ category: null })],
  );
  judges(
    "eligibility/same-name",
    ["the name", "pass", registered({})],
    ["another", "fail", registered({ sameName: false })],
    ["no export", "unknown", whose({ registry: null })],
  );
});

describe("age on the event's day", () => {
  const born = (on: string) => whose({ bornOn: day(on) });
  judges(
    "eligibility/old-enough",
    ["sixteen that day", "pass", born("2004-06-01")],
    ["sixteen the day after", "fail", born("2004-06-02")],
    ["no number", "unknown", born("2004-06-01"), theNumbers({ "claim.minAge": null })],
  );
  judges(
    "eligibility/not-too-old",
    ["sixty that day", "pass", born("1960-06-01")],
    ["a day short of sixty-one", "pass", born("1959-06-02")],
    ["sixty-one that day", "fail", born("1959-06-01")],
    ["no number", "unknown", born("1900-01-01"), theNumbers({ "claim.maxAge": null })],
  );
});

describe("who is claimed for can be told and reached", () => {
  const placed = (change: Partial<PersonFacts>) =>
    aPlacementLine("OUTWORK", { person: { ...person, ...change } });
  judges(
    "eligibility/identified",
    ["with a number", "pass", placed({})],
    ["without", "fail", placed({ hasIdNumber: false })],
  );
  judges(
    "eligibility/reachable",
    ["with a phone", "pass", placed({})],
    ["without", "fail", placed({ hasPhone: false })],
  );
});
