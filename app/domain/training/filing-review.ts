import type { FilingState } from "./filing";

/** Why a filing can be neither approved nor given back by this person now. */
export type FilingReviewRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: FilingState }
  | { readonly kind: "ownWork" };

/** Nobody approves or returns a class that he registered or handed in. */
export function isOwnFiling(
  filing: { readonly createdBy: string; readonly filedBy: string | null },
  userId: string,
): boolean {
  return userId === filing.createdBy || userId === filing.filedBy;
}
