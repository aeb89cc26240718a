import { CATEGORIES_OF, type ExpenditureCategory, type PotPurpose } from "./pot";

export type SpendingRefusal =
  /** Subsidies are paid through claims that were checked and approved, never entered. */
  | { readonly kind: "throughClaims" }
  /** Not among what the pot may be spent on. */
  | { readonly kind: "notAllowed"; readonly allowed: readonly ExpenditureCategory[] }
  /** Of the sixth use the document names none itself: it must be said which one. */
  | { readonly kind: "whichOne" }
  /** Money of labour transfer goes out through claims; beside them it needs its reason. */
  | { readonly kind: "reasonMissing" };

/** What speaks against spending money of such a pot for that; null: nothing (曲财农〔2020〕31号 四(三)1, 3(3)). */
export function spendingRefusal(
  pot: { readonly purpose: PotPurpose },
  asked: {
    readonly category: ExpenditureCategory;
    readonly purpose: string;
    readonly reason: string;
  },
): SpendingRefusal | null {
  if (asked.category === "SUBSIDY") return { kind: "throughClaims" };
  const allowed = CATEGORIES_OF[pot.purpose];
  if (!allowed.includes(asked.category)) return { kind: "notAllowed", allowed };
  if (asked.purpose.trim() === "") return { kind: "whichOne" };
  const isUnexplained = pot.purpose === "LABOUR_TRANSFER" && asked.reason.trim() === "";
  return isUnexplained ? { kind: "reasonMissing" } : null;
}

export interface PurposeRefusal {
  readonly kind: "reimbursementOfCounty" | "otherOfLabour";
}

/** Whether money of that kind may be set up for that purpose; null: it may. */
export function purposeRefusal(pot: {
  readonly purpose: PotPurpose;
  readonly regionCode: string;
  readonly isLabour: boolean;
}): PurposeRefusal | null {
  // 市本级: the prefecture's own bureau keeps it, no county does.
  const isPrefecture = pot.regionCode.endsWith("00");
  if (pot.purpose === "REIMBURSEMENT" && !isPrefecture) return { kind: "reimbursementOfCounty" };
  return pot.purpose === "OTHER" && pot.isLabour ? { kind: "otherOfLabour" } : null;
}
