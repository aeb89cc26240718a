import type { RosterTitle } from "./roster-title";
import type { MergedBlock, SheetInfo, SheetRow } from "./sheet";

/** The top of one sheet, enough to find a table in: some tens of rows and the merged blocks there. */
export interface SheetPreview {
  readonly info: SheetInfo;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedBlock[];
}

/** One column of the file, and the field it was taken for. */
export interface MatchedColumn<Key extends string> {
  /** 0-based. */
  readonly column: number;
  /** As the file writes it, blanks tidied; under merged headings the joined text. */
  readonly header: string;
  /** Null: not imported. */
  readonly key: Key | null;
  /** 0..1; 1 when the header is the layout's own, or was chosen by hand. */
  readonly confidence: number;
}

export interface FoundTable<Key extends string> {
  readonly sheet: string;
  /** 1-based first row of the header. */
  readonly headerRow: number;
  /** 1, or 2 under merged headings. */
  readonly headerDepth: number;
  readonly columns: readonly MatchedColumn<Key>[];
  readonly title: RosterTitle;
}

/** What stands in the way of reading the file (refused), or what the officer should look at. */
export interface TableProblem {
  readonly kind:
    | "no-table"
    | "missing-column"
    | "duplicate-column"
    | "unmatched-columns"
    | "other-sheets"
    | "hidden-sheets";
  readonly severity: "refused" | "warning";
  readonly message: string;
}

/** A table may come with refusals: the page then asks the officer to choose columns by hand. */
export interface TableSearch<Key extends string> {
  readonly table: FoundTable<Key> | null;
  readonly problems: readonly TableProblem[];
}

/** Choices made by hand, or remembered from an earlier file of the same county. */
export interface TableChoice<Key extends string> {
  readonly sheet: string;
  readonly headerRow: number;
  readonly headerDepth?: number;
  /** 0-based column of each field that the file has. */
  readonly columns: Readonly<Partial<Record<Key, number>>>;
}
