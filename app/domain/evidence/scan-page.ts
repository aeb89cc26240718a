/** What the reading of a page said, or the officer after it; what comes of it is its PageStanding. */
export type ScanState =
  "read" | "byHand" | "otherRoster" | "unknownPrint" | "noCode" | "noMarks" | "unreadable";

/** Bytes of one scan, and scans of one upload. */
export const SCAN_LIMITS = { maxFileBytes: 20 * 1024 * 1024, maxFiles: 40 } as const;

/** One printing of the roster for ink, as far as its pages need it. */
export interface Printing {
  readonly id: string;
  /** From 1. */
  readonly printNo: number;
  readonly rowsPerPage: number;
  readonly pageCount: number;
  /** In the order of the paper. */
  readonly lineIds: readonly string[];
  /** The version of each, beside it. */
  readonly lineVersions: readonly number[];
}

/** A line of the roster as it is today. */
export interface PresentLine {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly isRemoved: boolean;
}

/** A row of ink on one page. */
export interface PrintedRow {
  /** From 1, down the page. */
  readonly row: number;
  /** As it is counted on the paper, from 1 over all pages. */
  readonly number: number;
  readonly lineId: string;
  /** The version of the line that was printed, and so signed. */
  readonly version: number;
}

/** The rows of page `pageNo` (from 1); none for a page the printing does not have. */
export function rowsOfPage(print: Printing, pageNo: number): readonly PrintedRow[] {
  const first = (pageNo - 1) * print.rowsPerPage;
  if (first < 0) return [];
  return print.lineIds.slice(first, first + print.rowsPerPage).map((lineId, index) => ({
    row: index + 1,
    number: first + index + 1,
    lineId,
    version: print.lineVersions[first + index] ?? 0,
  }));
}

/** Whether what was signed in this row holds for the line as it is today. */
export function isUnchanged(
  row: Pick<PrintedRow, "lineId" | "version">,
  lines: ReadonlyMap<string, PresentLine>,
): boolean {
  const line = lines.get(row.lineId);
  return line !== undefined && !line.isRemoved && line.version === row.version;
}

/** 第 3 页（21–30 号）. */
export function pageName(pageNo: number, rows: readonly PrintedRow[]): string {
  const [first, last] = [rows[0]?.number, rows.at(-1)?.number];
  if (first === undefined || last === undefined) return `第 ${pageNo} 页`;
  return `第 ${pageNo} 页（${first === last ? `${first}` : `${first}–${last}`} 号）`;
}
