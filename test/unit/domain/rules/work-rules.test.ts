import { describe } from "vitest";
import type { PlacementFacts, PostFacts } from "~/domain/claims/facts";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { aPlacementLine, aPostLine, theNumbers } from "#test/builders/claim-facts";
import { judges } from "./judges";

const post = (change: Partial<PostFacts>) => aPostLine({}, change);
const term = (startsOn: string, endsOn: string, shortReason = "") =>
  post({ startsOn: day(startsOn), endsOn: day(endsOn), shortReason });
const chain = (from: string, to: string) => post({ chainFrom: day(from), chainTo: day(to) });
const noPost = aPostLine({ post: null });

describe("[R12] a post lasts three to six months, alone and in a chain", () => {
  judges(
    "post/term-within-limits",
    ["six months to the day", "pass", term("2020-04-01", "2020-09-30")],
    ["a day more", "fail", term("2020-04-01", "2020-10-01")],
    ["end before start", "fail", term("2020-04-02", "2020-04-01")],
    ["the post is not known", "unknown", noPost],
  );
  judges(
    "post/short-term-explained",
    ["three months to the day", "pass", term("2020-04-01", "2020-06-30")],
    ["a day less", "fail", term("2020-04-01", "2020-06-29")],
    ["a day less, with a reason", "pass", term("2020-04-01", "2020-06-29", "项目提前结束")],
  );
  judges(
    "post/chain-within-limits",
    ["six months to the day", "pass", chain("2020-04-01", "2020-09-30")],
    ["a day more", "fail", chain("2020-04-01", "2020-10-01")],
  );
  judges(
    "post/month-within-term",
    ["the first day alone", "pass", term("2020-07-31", "2020-10-31")],
    ["begun the day after", "fail", term("2020-08-01", "2020-10-31")],
    ["left on its first day", "pass", post({ leftOn: day("2020-07-01") })],
    ["left the day before", "fail", post({ leftOn: day("2020-06-30") })],
  );
});

describe("[R05] a month is worked, paid, signed for and locked", () => {
  judges(
    "post/worked-in-the-month",
    ["a day", "pass", post({ workedDays: 1 })],
    ["none", "fail", post({ workedDays: 0, absentDays: 22 })],
  );
  judges(
    "post/receipt-signed",
    ["signed", "pass", post({})],
    ["not signed", "fail", post({ isSigned: false })],
    ["the post is not known", "unknown", noPost],
  );
  judges(
    "post/month-locked",
    ["locked", "pass", post({})],
    ["open", "fail", post({ isLocked: false })],
  );
  judges(
    "post/wage-paid",
    ["paid", "pass", post({})],
    ["not paid", "fail", post({ isPaid: false, paidFen: fen(0) })],
  );
  judges(
    "post/not-beyond-wage",
    ["the wage itself", "pass", post({ paidFen: fen(80_000) })],
    ["a fen beyond", "fail", post({ paidFen: fen(79_999) })],
    ["not paid", "unknown", post({ isPaid: false, paidFen: fen(0) })],
    ["no rate", "unknown", aPostLine({ rateFen: null, amountFen: fen(0) })],
  );
});

const job = (change: Partial<PlacementFacts>) => aPlacementLine("OUTWORK", {}, change);

describe("[R09] work away from home, with evidence", () => {
  judges(
    "placement/left-the-county",
    ["Shanghai", "pass", job({ destination: "SHANGHAI" })],
    ["elsewhere", "pass", job({ destination: "ELSEWHERE" })],
    ["in the province", "pass", job({ destination: "IN_PROVINCE" })],
    ["in the county", "fail", job({ destination: "LOCAL" })],
    ["the placement is not known", "unknown", aPlacementLine("OUTWORK", { placement: null })],
  );
  judges(
    "placement/has-evidence",
    ["one", "pass", job({ evidenceCount: 1 })],
    ["none", "fail", job({ evidenceCount: 0 })],
  );
  judges(
    "placement/in-touch",
    ["in touch", "pass", job({})],
    ["lost", "fail", job({ isLost: true, lastContactOn: null })],
  );
  judges(
    "placement/not-a-public-post",
    ["formal work", "pass", job({})],
    ["flexible work", "pass", job({ form: "FLEXIBLE" })],
    ["a public-service post", "fail", job({ form: "PUBLIC_SERVICE" })],
  );
});

describe("months proved", () => {
  const rules = [
    ["placement/stable-months", "STABLE_EMPLOYMENT", "claim.stableMinMonths"],
    ["placement/outwork-months", "OUTWORK", "claim.outworkMinMonths"],
    ["agency/stable-months", "AGENCY", "claim.agencyMinMonths"],
  ] as const;
  for (const [rule, kind, parameter] of rules) {
    judges(
      rule,
      ["on the number", "pass", aPlacementLine(kind, {}, { provedMonths: 3 })],
      ["one less", "fail", aPlacementLine(kind, {}, { provedMonths: 2 })],
      ["no number", "unknown", aPlacementLine(kind), theNumbers({ [parameter]: null })],
    );
  }
});

describe("an agency is licensed and comes first", () => {
  const agency = (intermediary: PlacementFacts["intermediary"]) =>
    aPlacementLine("AGENCY", {}, { intermediary });
  const batchOn = day("2020-05-30");
  const licence = { from: day("2018-03-01"), to: day("2023-02-28") };
  const lasting = (from: string, to: string) => ({
    batchOn,
    licence: { from: day(from), to: day(to) },
  });
  judges(
    "agency/through-intermediary",
    ["through a batch", "pass", agency({ licence, batchOn })],
    ["on one's own", "fail", agency(null)],
  );
  judges(
    "agency/intermediary-licensed",
    ["licensed", "pass", agency({ licence, batchOn })],
    ["from that day on", "pass", agency(lasting("2020-05-30", "2025-05-29"))],
    ["from the day after", "fail", agency(lasting("2020-05-31", "2025-05-30"))],
    ["to that day", "pass", agency(lasting("2015-05-31", "2020-05-30"))],
    ["to the day before", "fail", agency(lasting("2015-05-30", "2020-05-29"))],
    ["no licence recorded", "unknown", agency({ licence: null, batchOn })],
    ["no batch", "unknown", agency(null)],
  );
  judges(
    "agency/batch-before-work",
    ["the day work began", "pass", agency({ licence, batchOn: day("2020-06-01") })],
    ["the day after", "fail", agency({ licence, batchOn: day("2020-06-02") })],
    ["no batch", "unknown", agency(null)],
  );
});
