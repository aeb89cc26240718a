import { describe } from "vitest";
import type { TrainingFacts } from "~/domain/claims/facts";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { aTrainingLine, theNumbers } from "#test/builders/claim-facts";
import { judges } from "./judges";

const course = (training: Partial<TrainingFacts>) => aTrainingLine({}, training);
const whole = course({});
const gone = aTrainingLine({ training: null });
const proofs = {
  verified: true,
  idNumber: true,
  contact: true,
  signature: true,
  fingerprint: true,
};

describe("[R02] a line of a class's roster carries five proofs and is sealed", () => {
  const pairs = [
    ["proof-verified", "verified"],
    ["proof-id-number", "idNumber"],
    ["proof-contact", "contact"],
    ["proof-signature", "signature"],
    ["proof-fingerprint", "fingerprint"],
  ] as const;
  for (const [rule, proof] of pairs) {
    judges(
      `training/${rule}`,
      ["it is there", "pass", whole],
      ["it alone is missing", "fail", course({ proofs: { ...proofs, [proof]: false } })],
      ["the class is not known", "unknown", gone],
    );
  }
  judges(
    "training/roster-sealed",
    ["sealed", "pass", whole],
    ["open", "fail", course({ isSealed: false })],
    ["the class is not known", "unknown", gone],
  );
  judges(
    "training/completed",
    ["completed", "pass", whole],
    ["not completed", "fail", course({ isCompleted: false })],
  );
});

describe("[R03] the bureau and a seconded official supervise, each for itself", () => {
  judges(
    "training/supervised-by-bureau",
    ["both", "pass", whole],
    ["only the official", "fail", course({ supervisedByBureau: false })],
  );
  judges(
    "training/supervised-by-seconded-official",
    ["only the official", "pass", course({ supervisedByBureau: false })],
    ["only the bureau", "fail", course({ supervisedBySecondedOfficial: false })],
  );
});

describe("[R04] every session has media", () => {
  judges(
    "training/media-of-every-session",
    ["every one", "pass", course({ sessions: 20, sessionsWithMedia: 20 })],
    ["one without", "fail", course({ sessions: 20, sessionsWithMedia: 19 })],
    ["no session", "unknown", course({ sessions: 0, sessionsWithMedia: 0 })],
  );
});

describe("[R25] plan and filing come before the class, and the provider is fit for it", () => {
  judges(
    "training/plan-approved-before",
    ["the day itself", "pass", course({ planApprovedOn: day("2020-06-01") })],
    ["the day after", "fail", course({ planApprovedOn: day("2020-06-02") })],
    ["never", "fail", course({ planApprovedOn: null })],
  );
  judges(
    "training/filing-approved-before",
    ["the day itself", "pass", course({ filingApprovedOn: day("2020-06-01") })],
    ["the day after", "fail", course({ filingApprovedOn: day("2020-06-02") })],
    ["never", "fail", course({ filingApprovedOn: null })],
  );
  judges(
    "training/provider-not-suspended",
    ["not suspended", "pass", whole],
    ["suspended", "fail", course({ providerIsSuspended: true })],
  );
  judges(
    "training/provider-teaches-trade",
    ["its trade", "pass", whole],
    ["another trade", "fail", course({ providerTeachesTrade: false })],
    ["no provider recorded", "unknown", course({ providerTeachesTrade: null })],
  );
});

describe("attendance reaches the share that was entered", () => {
  const attended = (attendedDays: number, classDays = 10) => course({ attendedDays, classDays });
  judges(
    "training/attendance-share",
    ["above", "pass", attended(9)],
    ["on it", "pass", attended(8)],
    ["just below", "fail", attended(7)],
    [
      "a third is not rounded up",
      "fail",
      attended(2, 3),
      theNumbers({ "claim.minAttendancePercent": 67 }),
    ],
    ["no share entered", "unknown", whole, theNumbers({ "claim.minAttendancePercent": null })],
    ["no day of class", "unknown", attended(0, 0)],
  );
});

describe("[R16] [M06] the cost standard follows the place", () => {
  const shanghai = (unitCostFen: number, costUnit: TrainingFacts["costUnit"] = "PERSON_DAY") =>
    course({ venueRegion: "310113", unitCostFen: fen(unitCostFen), costUnit });
  const yunnan = (unitCostFen: number, costUnit: TrainingFacts["costUnit"] = "PERSON_DAY") =>
    course({ venueRegion: "530381", unitCostFen: fen(unitCostFen), costUnit });
  judges(
    "training/cost-in-shanghai",
    ["600 yuan a day", "pass", shanghai(60_000)],
    ["a fen more", "fail", shanghai(60_001)],
    ["8,000 yuan a month", "pass", shanghai(800_000, "PERSON_MONTH")],
    ["a fen more a month", "fail", shanghai(800_001, "PERSON_MONTH")],
    [
      ...(["what was entered comes before the reference", "pass", shanghai(65_000)] as const),
      theNumbers({ "class.unitCostPersonDayShanghai": 650 }),
    ],
    [
      ...(["and binds where it is lower", "fail", shanghai(50_001)] as const),
      theNumbers({ "class.unitCostPersonDayShanghai": 500 }),
    ],
    ["in Yunnan it says nothing", "pass", yunnan(999_999)],
    ["no cost recorded", "unknown", course({ venueRegion: "310113", unitCostFen: null })],
    ["no place recorded", "unknown", course({ venueRegion: "" })],
  );
  judges(
    "training/cost-in-yunnan",
    ["on the standard", "pass", yunnan(20_000)],
    ["a fen more", "fail", yunnan(20_001)],
    ["a month on the standard", "pass", yunnan(300_000, "PERSON_MONTH")],
    ["a month a fen more", "fail", yunnan(300_001, "PERSON_MONTH")],
    ["no standard", "unknown", yunnan(1), theNumbers({ "class.unitCostPersonDay": null })],
    ["Shanghai's figures do not hold here", "fail", yunnan(60_000)],
    ["in Shanghai it says nothing", "pass", shanghai(999_999)],
    ["in Guizhou there is no standard", "fail", course({ venueRegion: "520100" })],
  );
});

describe("[R15] a course is carried out by Yunnan, or says why not", () => {
  judges(
    "training/implemented-in-yunnan",
    ["Yunnan", "pass", whole],
    ["Shanghai", "fail", course({ implementerRegion: "310113" })],
    [
      "Shanghai with a reason",
      "pass",
      course({ implementerRegion: "310113", implementerReason: "专家在沪" }),
    ],
    ["Guizhou", "fail", course({ implementerRegion: "520100", implementerReason: "近" })],
    ["not recorded", "unknown", course({ implementerRegion: "" })],
  );
});
