import { describe } from "vitest";
import type { ClaimFacts, PayeeFacts, PotFacts } from "~/domain/claims/facts";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import {
  anOther,
  aPlacementLine,
  aPostLine,
  aTrainingLine,
  theNumbers,
} from "#test/builders/claim-facts";
import { judges } from "./judges";

const noRate = aTrainingLine({ rateFen: null, amountFen: fen(0) });

describe("[R14] amounts are quantity times a rate in force", () => {
  judges(
    "money/rate-in-force",
    ["entered", "pass", aTrainingLine()],
    ["not entered", "unknown", aTrainingLine(), theNumbers({ "claim.trainingPersonDay": null })],
    ["a month's rate is another", "pass", aTrainingLine({ unit: "PERSON_MONTH" })],
    ["outwork that stays", "fail", aPlacementLine("OUTWORK", {}, { destination: "LOCAL" })],
  );
  judges(
    "money/rate-agrees",
    ["the same", "pass", aTrainingLine()],
    ["a fen beside", "fail", aTrainingLine({ rateFen: fen(5001) })],
    ["drawn before there was one", "unknown", noRate],
    [
      "withdrawn since",
      "unknown",
      aTrainingLine(),
      theNumbers({ "claim.trainingPersonDay": null }),
    ],
  );
  judges(
    "money/amount",
    ["right", "pass", aTrainingLine()],
    ["a fen more", "fail", aTrainingLine({ amountFen: fen(50_001) })],
    [
      "half a day is rounded to the fen",
      "pass",
      aTrainingLine({ quantity: 0.5, amountFen: fen(2500) }),
    ],
    ["no rate", "unknown", noRate],
  );
});

describe("quantities, ceilings and windows", () => {
  judges(
    "money/quantity-proved",
    ["the days attended", "pass", aTrainingLine()],
    ["a day more", "fail", aTrainingLine({ quantity: 11 })],
    ["none", "fail", aTrainingLine({ quantity: 0 })],
    ["a month of a post", "pass", aPostLine()],
    ["more than a month", "fail", aPostLine({ quantity: 1.01 })],
    ["the class is not known", "unknown", aTrainingLine({ training: null })],
  );
  judges(
    "money/person-year-ceiling",
    ["on it", "pass", aTrainingLine({ others: [anOther({ amountFen: fen(450_000) })] })],
    ["a fen beyond", "fail", aTrainingLine({ others: [anOther({ amountFen: fen(450_001) })] })],
    [
      "claimed after this one",
      "pass",
      aTrainingLine({ others: [anOther({ amountFen: fen(450_001), standing: "after" })] }),
    ],
    [
      "last year's do not count",
      "pass",
      aTrainingLine({ others: [anOther({ year: 2019, amountFen: fen(9_000_000) })] }),
    ],
    [
      "another county's amount is not told",
      "unknown",
      aTrainingLine({ others: [anOther({ amountFen: null })] }),
    ],
    ["no number", "unknown", aTrainingLine(), theNumbers({ "claim.personYearCeiling": null })],
  );
  judges(
    "money/within-window",
    ["the ninetieth day", "pass", aTrainingLine({ claimedOn: day("2020-09-08") })],
    ["the ninety-first", "fail", aTrainingLine({ claimedOn: day("2020-09-09") })],
    ["no number", "unknown", aTrainingLine(), theNumbers({ "claim.windowDays": null })],
  );
});

describe("money goes to the person's own account", () => {
  const paid = (
    account: Partial<NonNullable<PayeeFacts["account"]>>,
    paidTo: PayeeFacts["paidTo"] = "PERSON",
  ) =>
    aPostLine({
      payee: {
        paidTo,
        account: { holderIsPerson: true, sharedWith: 0, wasRefused: false, ...account },
      },
    });
  const none = aPostLine({ payee: { paidTo: "PERSON", account: null } });
  judges("payee/account-recorded", ["one", "pass", paid({})], ["none", "fail", none]);
  judges(
    "payee/own-account",
    ["his own", "pass", paid({})],
    ["another's", "fail", paid({ holderIsPerson: false })],
    ["a unit's", "pass", paid({ holderIsPerson: false }, "UNIT")],
    ["none", "unknown", none],
  );
  judges(
    "payee/not-shared",
    ["his alone", "pass", paid({})],
    ["one more", "fail", paid({ sharedWith: 1 })],
    ["a unit's is everybody's", "pass", paid({ sharedWith: 40 }, "UNIT")],
    ["none", "unknown", none],
  );
  judges(
    "payee/not-refused",
    ["never refused", "pass", paid({})],
    ["refused", "fail", paid({ wasRefused: true }, "UNIT")],
    ["none", "unknown", none],
  );
});

const pot = (change: Partial<PotFacts>): ClaimFacts =>
  aTrainingLine({ pot: { ...aTrainingLine().pot, ...change } });

describe("[M03] [R11] the pot may pay it, and has it", () => {
  judges(
    "pot/not-reimbursement",
    ["labour transfer", "pass", pot({})],
    ["the bureau's own share", "fail", pot({ purpose: "REIMBURSEMENT" })],
  );
  judges(
    "pot/labour-purpose",
    ["labour transfer", "pass", pot({})],
    ["another project", "fail", pot({ purpose: "OTHER" })],
  );
  judges(
    "pot/year-of-claim",
    ["the year", "pass", pot({ year: 2020 })],
    ["the year before", "fail", pot({ year: 2019 })],
    ["on its last day", "pass", { ...pot({}), eventOn: day("2020-12-31") }],
    ["on the day after", "fail", { ...pot({}), eventOn: day("2021-01-01") }],
    ["in the December before", "pass", { ...pot({}), eventOn: day("2019-12-31") }],
  );
  judges("pot/not-locked", ["free", "pass", pot({})], ["locked", "fail", pot({ isLocked: true })]);
  judges("pot/not-closed", ["open", "pass", pot({})], ["closed", "fail", pot({ isClosed: true })]);
  judges(
    "pot/within-ceiling",
    ["to the last fen", "pass", pot({ committedFen: fen(400_000), batchFen: fen(600_000) })],
    ["a fen beyond", "fail", pot({ committedFen: fen(400_001), batchFen: fen(600_000) })],
  );
  judges(
    "pot/received",
    ["to the last fen", "pass", pot({ receivedFen: fen(1_000_000) })],
    ["a fen short", "fail", pot({ receivedFen: fen(999_999) })],
  );
  judges(
    "pot/implemented-in-yunnan",
    ["Yunnan", "pass", pot({})],
    ["Shanghai", "fail", pot({ implementerRegion: "310113" })],
    [
      "Shanghai with a reason",
      "pass",
      pot({ implementerRegion: "310113", implementerReason: "设备在沪" }),
    ],
    ["Guizhou", "fail", pot({ implementerRegion: "520100" })],
    ["not recorded", "unknown", pot({ implementerRegion: "" })],
  );
});
