import type { ReconciliationState } from "./reconciliation";

/** Why a figure, list or explanation cannot be written. */
export type ContentRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "locked" }
  | { readonly kind: "changedByOthers" };

/** Null while the month may be written to as it was read. */
export function contentRefusal(
  one: { readonly state: ReconciliationState; readonly version: number },
  version: number,
): ContentRefusal | null {
  if (one.state === "locked") return { kind: "locked" };
  return one.version === version ? null : { kind: "changedByOthers" };
}

/** A reconciliation as a form names it: with the version the page was drawn from. */
export interface AskedReconciliation {
  readonly id: string;
  readonly version: number;
}
