import type { RosterState } from "./roster";

/** Why a roster can be neither accepted nor returned by this person now. */
export type ReviewRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: RosterState }
  | { readonly kind: "ownWork" };
