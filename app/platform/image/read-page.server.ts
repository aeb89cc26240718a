import type { InkElement } from "~/domain/evidence/line-proofs";
import type { PageCode } from "~/domain/rosters/page-code";

/** What a cell seems to hold; a person decides. */
export type ProposedInk = "present" | "blank" | "doubtful";

/** The signature or fingerprint cell of one row, cut out of a straightened page. */
export interface CutCell {
  /** From 1, down the page. */
  readonly row: number;
  readonly element: InkElement;
  /** JPEG. */
  readonly picture: Buffer;
  /** Share of the cell that is ink, 0 to 1. */
  readonly ink: number;
  readonly proposed: ProposedInk;
}

export type PageReading =
  | {
      readonly kind: "read";
      readonly code: PageCode;
      /** JPEG of the straightened page. */
      readonly straight: Buffer;
      readonly cells: readonly CutCell[];
    }
  | { readonly kind: "noCode" }
  | { readonly kind: "noMarks"; readonly code: PageCode }
  /** `reason` is a Chinese sentence for the officer. */
  | { readonly kind: "unreadable"; readonly reason: string };

/**
 * Finds a printed roster page in a scan or photo, straightens it and cuts its cells.
 *
 * @param picture JPEG or PNG, as it was uploaded
 * @param rowsOn people on the page of that code (0 to 10); 0 for a code nobody printed
 */
export function readPage(
  picture: Buffer,
  rowsOn: (code: PageCode) => number,
): Promise<PageReading> {
  throw new Error(`Not built yet: ${picture.length} ${rowsOn.name}`);
}
