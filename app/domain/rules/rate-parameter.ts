import type { ClaimFacts } from "../claims/facts";
import type { ClaimParameterId } from "./claim-parameters";

/** What decides the rate of a line: its kind, its unit and, going out to work, where to. */
export interface Rated {
  readonly kind: ClaimFacts["kind"];
  readonly unit: ClaimFacts["unit"];
  readonly placement: Pick<NonNullable<ClaimFacts["placement"]>, "destination"> | null;
}

/** The dated number a line is paid by; null where none can be: outwork that stays in the county has no rate. */
export function rateParameterOf({ kind, unit, placement }: Rated): ClaimParameterId | null {
  switch (kind) {
    case "TRAINING":
      return unit === "PERSON_MONTH" ? "claim.trainingPersonMonth" : "claim.trainingPersonDay";
    case "STABLE_EMPLOYMENT":
      return "claim.stablePerson";
    case "AGENCY":
      return "claim.agencyPerson";
    case "POST":
      return "claim.postPersonMonth";
    case "OUTWORK":
      return placement === null ? null : outworkRate(placement.destination);
  }
}

function outworkRate(
  destination: NonNullable<Rated["placement"]>["destination"],
): ClaimParameterId | null {
  switch (destination) {
    case "SHANGHAI":
      return "claim.outworkShanghai";
    case "ELSEWHERE":
      return "claim.outworkElsewhere";
    case "IN_PROVINCE":
      return "claim.outworkInProvince";
    case "LOCAL":
      return null;
  }
}
