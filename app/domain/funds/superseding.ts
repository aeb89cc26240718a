import type { CalendarDate } from "../shared/calendar-date";
import { isWithin, toRegionCode } from "../shared/region-code";

interface Paper {
  readonly issuer: string;
  readonly issuedOn: CalendarDate | null;
  readonly regionCode: string;
}

/** A later paper of the same issuer or of a higher level; one that ships with the product is the province's to replace. */
export type SupersedingProblem = "notLater" | "notHigher" | "notProvince";

/** Why a document cannot take the place of an older one; null when it can. */
export function supersedingProblem(
  newer: Paper,
  older: Paper & { readonly isFounding: boolean },
): SupersedingProblem | null {
  if (newer.issuedOn === null || newer.issuedOn <= (older.issuedOn ?? "")) return "notLater";
  if (older.isFounding) return newer.regionCode.endsWith("0000") ? null : "notProvince";
  const [own, theirs] = [toRegionCode(newer.regionCode), toRegionCode(older.regionCode)];
  const isHigher =
    own !== null &&
    theirs !== null &&
    newer.regionCode !== older.regionCode &&
    isWithin(theirs, own);
  return newer.issuer === older.issuer || isHigher ? null : "notHigher";
}
