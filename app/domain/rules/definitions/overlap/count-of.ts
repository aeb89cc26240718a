import type { ClaimKind } from "../../../claims/claim";
import type { OtherClaim } from "../../../claims/facts";

/** Other claims of the kind whose event lies in the year (`2020`), of any county and fund, that come before this one. */
export function claimsOf(
  others: readonly OtherClaim[],
  kind: ClaimKind,
  year: string,
): readonly OtherClaim[] {
  return others.filter(
    (other) =>
      other.kind === kind && other.periodFrom.startsWith(year) && other.standing === "before",
  );
}

export function countOf(others: readonly OtherClaim[], kind: ClaimKind, year: string): number {
  return claimsOf(others, kind, year).length;
}
