import type { InkElement } from "../evidence/line-proofs";

/** Millimetres from the top left corner of the sheet. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where everything stands on a signing sheet; print and reading use these very numbers. */
export const PAGE_GEOMETRY = {
  /** The number in `HM1-…`: sheets of another layout are not read by these numbers. */
  layout: 1,
  /** A4 laid across. */
  width: 297,
  height: 210,
  rowsPerPage: 10,
  rowHeight: 13,
  tableTop: 36,
  headHeight: 8,
  tableLeft: 10,
  /** Black squares; laser and inkjet printers leave up to 6.4 mm at the edges, so none stands nearer than 10. */
  mark: { side: 5, inset: 12.5 },
  /** With its white border it keeps clear of the mark to the right of it. */
  qr: { x: 253, y: 10, width: 22, height: 22 },
} as const satisfies Readonly<Record<string, unknown>>;

/** The columns left to right, in millimetres; 277 in all. */
export const PAGE_COLUMNS = {
  number: 10,
  name: 22,
  sex: 10,
  ethnicity: 13,
  idCardNumber: 46,
  phone: 30,
  address: 54,
  declaredStatus: 18,
  signature: 37,
  fingerprint: 37,
} as const;

export type PageColumn = keyof typeof PAGE_COLUMNS;

/** Those of a sheet on which wages are signed for; its ink cells lie where those of a roster lie. */
export const WAGE_PAGE_COLUMNS = {
  number: 10,
  name: 22,
  idCardNumber: 46,
  post: 34,
  workedDays: 16,
  due: 25,
  adjust: 25,
  pay: 25,
  signature: PAGE_COLUMNS.signature,
  fingerprint: PAGE_COLUMNS.fingerprint,
} as const;

export type WagePageColumn = keyof typeof WAGE_PAGE_COLUMNS;

/** Widths of the columns of a sheet, left to right, in millimetres. */
export type PageLayout<Column extends string> = Readonly<Record<Column, number>>;

const COLUMN_OF: Readonly<Record<InkElement, PageColumn & WagePageColumn>> = {
  SIGNATURE: "signature",
  FINGERPRINT: "fingerprint",
};

/** Centres of the corner marks: top left, top right, bottom right, bottom left. */
export function markCentres(): readonly [Point, Point, Point, Point] {
  const { width, height, mark } = PAGE_GEOMETRY;
  const [left, top, right, bottom] = [
    mark.inset,
    mark.inset,
    width - mark.inset,
    height - mark.inset,
  ];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** The cell of a column in row `row` (from 1) of a page so laid out; row 0 is the heading. */
export function cellBox<Column extends string>(
  row: number,
  column: Column,
  layout: PageLayout<Column>,
): Box {
  const { tableLeft, tableTop, headHeight, rowHeight } = PAGE_GEOMETRY;
  let x: number = tableLeft;
  for (const [key, width] of Object.entries<number>(layout)) {
    if (key === column) break;
    x += width;
  }
  const y = row === 0 ? tableTop : tableTop + headHeight + (row - 1) * rowHeight;
  return { x, y, width: layout[column], height: row === 0 ? headHeight : rowHeight };
}

/** The cell a person signs or puts his finger in, grid lines included. */
export function inkCellBox(row: number, element: InkElement): Box {
  return cellBox(row, COLUMN_OF[element], PAGE_COLUMNS);
}
