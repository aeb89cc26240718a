import type {
  ClaimFacts,
  OtherClaim,
  PlacementFacts,
  PostFacts,
  TrainingFacts,
} from "~/domain/claims/facts";
import type { ParameterId } from "~/domain/rules/parameter";
import type { Numbers } from "~/domain/rules/rule";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";

/** Numbers as a county enters them; none of them comes from a founding document. */
const NUMBERS: Partial<Record<ParameterId, number>> = {
  "claim.trainingPersonDay": 50,
  "claim.trainingPersonMonth": 1000,
  "claim.trainingPerYear": 2,
  "claim.minAttendancePercent": 80,
  "claim.stablePerson": 500,
  "claim.stableMinMonths": 3,
  "claim.agencyPerson": 300,
  "claim.agencyMinMonths": 3,
  "claim.postPersonMonth": 800,
  "claim.outworkShanghai": 1000,
  "claim.outworkElsewhere": 800,
  "claim.outworkInProvince": 300,
  "claim.outworkMinMonths": 3,
  "claim.outworkPerYear": 1,
  "claim.personYearCeiling": 5000,
  "claim.windowDays": 90,
  "claim.minAge": 16,
  "claim.maxAge": 60,
  "media.perSession": 1,
  "class.unitCostPersonDay": 200,
  "class.unitCostPersonMonth": 3000,
};

/** The numbers in force; null takes one away. */
export function theNumbers(change: Partial<Record<ParameterId, number | null>> = {}): Numbers {
  return (parameter) => {
    const value = parameter in change ? change[parameter] : NUMBERS[parameter];
    return value === null || value === undefined ? null : { value, source: "某县〔2020〕1号" };
  };
}

/** Ten days of a class in June 2020, nothing wanting. */
export function aTrainingLine(
  change: Partial<ClaimFacts> = {},
  training: Partial<TrainingFacts> = {},
): ClaimFacts {
  return {
    ...aLine("2020-06-01", "2020-06-10"),
    ...{ kind: "TRAINING", sourceKind: "ROSTER_LINE", unit: "PERSON_DAY", quantity: 10 },
    ...{ rateFen: fen(5000), amountFen: fen(50_000), placement: null, post: null },
    training: { ...CLASS, ...training },
    ...change,
  };
}

/** A job in Shanghai from June 2020, claimed for its first three months. */
export function aPlacementLine(
  kind: "STABLE_EMPLOYMENT" | "AGENCY" | "OUTWORK",
  change: Partial<ClaimFacts> = {},
  placement: Partial<PlacementFacts> = {},
): ClaimFacts {
  const rate = { STABLE_EMPLOYMENT: 500, AGENCY: 300, OUTWORK: 1000 }[kind] * 100;
  return {
    ...aLine("2020-06-01", "2020-08-31"),
    ...{ kind, sourceKind: "PLACEMENT", unit: "PERSON", quantity: 1 },
    ...{ rateFen: fen(rate), amountFen: fen(rate), training: null, post: null },
    placement: { ...JOB, ...placement },
    ...change,
  };
}

/** July 2020 of a post held for four months. */
export function aPostLine(
  change: Partial<ClaimFacts> = {},
  post: Partial<PostFacts> = {},
): ClaimFacts {
  return {
    ...aLine("2020-07-01", "2020-07-31"),
    ...{ kind: "POST", sourceKind: "WAGE_LINE", unit: "PERSON_MONTH", quantity: 1 },
    ...{ rateFen: fen(80_000), amountFen: fen(80_000), training: null, placement: null },
    post: { ...MONTH, ...post },
    ...change,
  };
}

/** Another claim of the person: paid training in January of the same year, county and fund. */
export function anOther(change: Partial<OtherClaim> = {}): OtherClaim {
  return {
    ...{ kind: "TRAINING", sameSource: false, sameCounty: true, sameFund: true, year: 2020 },
    ...{ periodFrom: day("2020-01-06"), periodTo: day("2020-01-10") },
    ...{ amountFen: fen(25_000), isPaid: true, standing: "before", ...change },
  };
}

const CLASS: TrainingFacts = {
  ...{ startsOn: day("2020-06-01"), endsOn: day("2020-06-10"), isSealed: true },
  ...{ planApprovedOn: day("2020-05-01"), filingApprovedOn: day("2020-05-20") },
  proofs: { verified: true, idNumber: true, contact: true, signature: true, fingerprint: true },
  ...{ supervisedByBureau: true, supervisedBySecondedOfficial: true },
  ...{ sessions: 20, sessionsWithMedia: 20, classDays: 10, attendedDays: 10, isCompleted: true },
  ...{ providerIsSuspended: false, providerTeachesTrade: true },
  ...{ costUnit: "PERSON_DAY", unitCostFen: fen(20_000), venueRegion: "532323" },
  ...{ implementerRegion: "532323", implementerReason: "", headcount: 40 },
};

const JOB: PlacementFacts = {
  ...{ startedOn: day("2020-06-01"), endedOn: null, destination: "SHANGHAI", form: "FORMAL" },
  ...{ evidenceCount: 3, hasContract: true, provedMonths: 3 },
  ...{ isLost: false, lastContactOn: day("2020-08-20") },
  intermediary: {
    batchOn: day("2020-05-30"),
    licence: { from: day("2018-03-01"), to: day("2023-02-28") },
  },
};

const MONTH: PostFacts = {
  ...{ month: day("2020-07-01"), startsOn: day("2020-06-01"), endsOn: day("2020-09-30") },
  ...{ leftOn: null, chainFrom: day("2020-06-01"), chainTo: day("2020-09-30"), shortReason: "" },
  ...{ isLocked: true, isSigned: true, isPaid: true, paidFen: fen(80_000), rateFen: fen(80_000) },
  ...{ workedDays: 22, absentDays: 0, countyIsFlagged: false },
};

type Part = "kind" | "sourceKind" | "unit" | "quantity" | "rateFen" | "amountFen";
type Source = "training" | "placement" | "post";

function aLine(from: string, to: string): Omit<ClaimFacts, Part | Source> {
  return {
    ...{ countyCode: "532323", year: 2020, claimedOn: day("2020-09-05") },
    ...{ eventOn: day(from), periodFrom: day(from), periodTo: day(to) },
    person: {
      ...{ bornOn: day("1990-05-01"), hasIdNumber: true, hasPhone: true },
      registry: {
        ...{ exportedOn: day("2020-05-15"), category: "LIFTED" },
        ...{ sameCounty: true, sameName: true },
      },
    },
    payee: {
      paidTo: "PERSON",
      account: { holderIsPerson: true, sharedWith: 0, wasRefused: false },
    },
    pot: {
      ...{ id: "pot", year: 2020, purpose: "LABOUR_TRANSFER", isLocked: false, isClosed: false },
      ...{ amountFen: fen(1_000_000), committedFen: fen(400_000), batchFen: fen(600_000) },
      ...{ receivedFen: fen(1_000_000), implementerRegion: "532323", implementerReason: "" },
    },
    ...{ others: [], engagements: [] },
  };
}
