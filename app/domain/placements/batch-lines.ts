import type { Arrangement } from "./placement";

/** Lines that one form links; their ids stand in an address. */
export const MOST_LINKED_AT_ONCE = 100;

/** A line that is to hang on a batch of organised workers. */
export interface LineToLink {
  readonly countyCode: string;
  readonly name: string;
  readonly arrangement: Arrangement;
  readonly batchId: string | null;
  readonly isRemoved: boolean;
}

/** Why these lines cannot be linked together. */
export type UnlinkableLines =
  | { readonly kind: "tooMany" }
  | { readonly kind: "severalCounties" }
  | { readonly kind: "removed"; readonly names: readonly string[] }
  | { readonly kind: "selfArranged"; readonly names: readonly string[] }
  | { readonly kind: "otherBatch"; readonly names: readonly string[] };

/** The first reason, or null. `batchId`: the batch chosen, or null while none is. */
export function whyNotLinked(
  lines: readonly LineToLink[],
  batchId: string | null,
): UnlinkableLines | null {
  if (lines.length > MOST_LINKED_AT_ONCE) return { kind: "tooMany" };
  if (new Set(lines.map(({ countyCode }) => countyCode)).size > 1) {
    return { kind: "severalCounties" };
  }
  const named = (kind: "removed" | "selfArranged" | "otherBatch", wrong: readonly LineToLink[]) =>
    wrong.length === 0 ? null : { kind, names: wrong.map(({ name }) => name) };
  return (
    named(
      "removed",
      lines.filter(({ isRemoved }) => isRemoved),
    ) ??
    named(
      "selfArranged",
      lines.filter(({ arrangement }) => arrangement !== "ORGANISED"),
    ) ??
    named(
      "otherBatch",
      lines.filter((one) => batchId !== null && one.batchId !== null && one.batchId !== batchId),
    )
  );
}
