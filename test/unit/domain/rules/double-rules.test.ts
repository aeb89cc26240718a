import { describe } from "vitest";
import type { EngagementFact, OtherClaim } from "~/domain/claims/facts";
import { day } from "~/domain/shared/calendar-date";
import {
  anOther,
  aPlacementLine,
  aPostLine,
  aTrainingLine,
  theNumbers,
} from "#test/builders/claim-facts";
import { judges } from "./judges";

const beside = (...others: readonly Partial<OtherClaim>[]) =>
  aTrainingLine({ others: others.map((one) => anOther(one)) });
// The line is of 1 to 10 June.
const before = { periodFrom: day("2020-05-20"), periodTo: day("2020-05-31") };
const touching = { periodFrom: day("2020-05-20"), periodTo: day("2020-06-01") };
const onLastDay = { periodFrom: day("2020-06-10"), periodTo: day("2020-06-20") };
const lastYear = { periodFrom: day("2019-12-31"), periodTo: day("2020-01-05") };
const after = { periodFrom: day("2020-06-11"), periodTo: day("2020-06-20") };

describe("nothing is claimed twice", () => {
  judges(
    "overlap/source-once",
    ["no other", "pass", beside()],
    ["the same line for the same kind", "fail", beside({ sameSource: true, ...before })],
    ["the same line for another kind", "pass", beside({ sameSource: true, kind: "OUTWORK" })],
    ["claimed after this one", "pass", beside({ sameSource: true, standing: "after" })],
  );
  judges(
    "overlap/same-kind",
    ["the day before", "pass", beside(before)],
    ["touching the first day", "fail", beside(touching)],
    ["touching the last day", "fail", beside(onLastDay)],
    ["the day after", "pass", beside(after)],
    ["another kind", "pass", beside({ ...touching, kind: "OUTWORK" })],
    ["handed in after this one", "pass", beside({ ...touching, standing: "after" })],
  );
  judges(
    "overlap/counties",
    ["this county's", "pass", beside(touching)],
    ["another county's", "fail", beside({ ...touching, sameCounty: false, kind: "POST" })],
    ["another county's on other days", "pass", beside({ ...before, sameCounty: false })],
  );
  judges(
    "overlap/funds",
    ["the same fund", "pass", beside(touching)],
    ["another fund", "fail", beside({ ...touching, sameFund: false })],
    ["another fund on other days", "pass", beside({ ...after, sameFund: false })],
  );
  judges(
    "overlap/years",
    ["the same year", "pass", beside(touching)],
    ["claimed again a year later", "fail", beside({ ...touching, year: 2021 })],
    ["a year later for other days", "pass", beside({ ...after, year: 2021 })],
  );
  judges(
    "overlap/kinds",
    ["the same kind", "pass", beside(touching)],
    ["another kind", "fail", beside({ ...touching, kind: "STABLE_EMPLOYMENT" })],
    ["another kind on other days", "pass", beside({ ...before, kind: "STABLE_EMPLOYMENT" })],
  );
});

const noLimit = theNumbers({ "claim.trainingPerYear": null });
const as =
  (standing: OtherClaim["standing"]) =>
  (...others: readonly Partial<OtherClaim>[]) =>
    beside(...others.map((one) => ({ ...one, standing })));
const [later, drafts] = [as("after"), as("draft")];

describe("a draft bars nobody, it is told", () => {
  judges(
    "overlap/other-drafts",
    ["none", "pass", beside()],
    ["a draft for the same days", "fail", drafts(touching)],
    ["a draft for other days", "pass", drafts(before)],
    ["drafts that make it too often a year", "fail", drafts(before, after)],
    ["too often only a number can say", "unknown", drafts(before, after), noLimit],
    ["handed in for the same days", "pass", beside(touching)],
  );
});

describe("so often a year", () => {
  judges(
    "overlap/classes-per-year",
    ["the second of two", "pass", beside(before)],
    ["the third", "fail", beside(before, after)],
    ["the first of three, of which two came later", "pass", later(before, after)],
    ["two drafts beside it", "pass", drafts(before, after)],
    ["a class of last December does not count", "pass", beside(before, lastYear)],
    ["no number", "unknown", beside(), theNumbers({ "claim.trainingPerYear": null })],
  );
  const outwork = (other: Partial<OtherClaim>) =>
    aPlacementLine("OUTWORK", { others: [anOther({ kind: "OUTWORK", ...other })] });
  judges(
    "overlap/outwork-per-year",
    ["the first", "pass", aPlacementLine("OUTWORK")],
    ["the second", "fail", outwork({ periodFrom: day("2020-01-01") })],
    ["last year's", "pass", outwork({ periodFrom: day("2019-12-31") })],
    ["no number", "unknown", outwork({}), theNumbers({ "claim.outworkPerYear": null })],
  );
});

describe("engagements that exclude each other", () => {
  const one = (change: Partial<EngagementFact>): readonly EngagementFact[] => [
    {
      ...{ kind: "placement", from: day("2020-06-10"), to: null },
      ...{ sameCounty: true, isSettled: false, ...change },
    },
  ];
  const during = (change: Partial<EngagementFact>) => aTrainingLine({ engagements: one(change) });
  judges(
    "engagement/class-beside-work",
    ["work from the last day of class", "fail", during({})],
    ["work from the day after", "pass", during({ from: day("2020-06-11") })],
    ["work to the day before", "pass", during({ from: day("2020-01-01"), to: day("2020-05-31") })],
    ["work to the first day", "fail", during({ from: day("2020-01-01"), to: day("2020-06-01") })],
    ["a post", "fail", during({ kind: "post" })],
    ["looked at and in order", "pass", during({ isSettled: true })],
  );
  judges(
    "engagement/two-classes",
    ["work is no class", "pass", during({})],
    ["a class", "fail", during({ kind: "class", to: day("2020-06-20") })],
  );
  judges(
    "engagement/post-beside-work",
    ["nothing", "pass", aPostLine()],
    ["a job", "fail", aPostLine({ engagements: one({}) })],
    ["a second post", "fail", aPostLine({ engagements: one({ kind: "post" }) })],
    ["a class", "pass", aPostLine({ engagements: one({ kind: "class" }) })],
  );
  judges(
    "engagement/work-beside-post",
    ["another job", "pass", aPlacementLine("OUTWORK", { engagements: one({}) })],
    ["a post", "fail", aPlacementLine("OUTWORK", { engagements: one({ kind: "post" }) })],
  );
});
