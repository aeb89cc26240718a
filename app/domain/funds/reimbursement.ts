import { CATEGORIES_OF, type ExpenditureCategory, type PotPurpose } from "./pot";

export type SpendingRefusal =
  /** Subsidies are paid through claims that were checked and approved, never entered. */
  | { readonly kind: "throughClaims" }
  /** Not among what the pot may be spent on. */
  | { readonly kind: "notAllowed"; readonly allowed: readonly ExpenditureCategory[] }
  /** Of the sixth use the document names none itself: it must be said which one. */
  | { readonly kind: "whichOne" };

/** What speaks against spending money of such a pot for that; null: nothing (曲财农〔2020〕31号 四(三)3(3)). */
export function spendingRefusal(
  pot: { readonly purpose: PotPurpose },
  asked: { readonly category: ExpenditureCategory; readonly purpose: string },
): SpendingRefusal | null {
  if (asked.category === "SUBSIDY") return { kind: "throughClaims" };
  const allowed = CATEGORIES_OF[pot.purpose];
  if (!allowed.includes(asked.category)) return { kind: "notAllowed", allowed };
  return asked.purpose.trim() === "" ? { kind: "whichOne" } : null;
}
