import type { InkElement } from "~/domain/evidence/line-proofs";

/** The name of the choice over one cell in a form. */
export function cellName(lineId: string, element: InkElement): string {
  return `cell.${lineId}.${element}`;
}

/** Where the picture of a cell is. */
export function cellPicture(pageId: string, lineId: string, element: InkElement): string {
  return `/scan-cells/${pageId}/${lineId}/${element.toLowerCase()}`;
}
