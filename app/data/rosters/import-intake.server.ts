import type { ClientBase, PoolClient } from "pg";
import type { ColumnMap } from "~/domain/rosters/column-map";
import type { Finding } from "~/domain/rosters/finding";
import type { ImportLayoutId } from "~/domain/rosters/import-layout";
import type { MatchedRow } from "~/domain/rosters/match-row";
import type { CheckedRow } from "~/domain/rosters/person-row";
import type { SheetRow } from "~/domain/rosters/sheet";
import type { FoundTable } from "~/domain/rosters/table";
import type { ImportRow } from "./import-row.server";

/** What every import's check needs to know, whatever it goes into. */
export interface ImportFacts {
  readonly importId: string;
  readonly layout: ImportLayoutId;
  /** A county, or the prefecture for a ledger of several counties. */
  readonly countyCode: string;
  /** Null unless it goes into the roster of a class. */
  readonly classId: string | null;
  readonly fileId: string;
  readonly fileName: string;
}

/** What an import remembers of its table, to re-check a row without the file. */
export interface StoredTable {
  readonly table: FoundTable<string>;
  readonly columns: ColumnMap<string>;
}

/** One row of the file on its way in, with the earlier row that it repeats, if any. */
export interface Read<Row extends CheckedRow = CheckedRow> {
  readonly source: SheetRow;
  readonly checked: Row;
  readonly duplicate: Finding | null;
  readonly idIndex: Buffer | null;
}

/** The numbers of a batch that can be asked about. */
export function indexesOf(reads: readonly Read[]): Buffer[] {
  return reads.map(({ idIndex }) => idIndex).filter((index) => index !== null);
}

/** The row's number as the answers to a batch are found by. */
export function keyOf({ idIndex }: Pick<Read, "idIndex">): string {
  return idIndex?.toString("hex") ?? "";
}

/** What the layout stores of a row beyond the person. */
type Beyond = Pick<
  ImportRow,
  | "address"
  | "homeCountyCode"
  | "declaredRegistered"
  | "declaredStatus"
  | "trade"
  | "note"
  | "fields"
  | "verifiedSnapshotId"
  | "verifiedCategory"
  | "registryCountyCode"
>;

/** A row compared with all that is known outside the file. */
export interface Answer extends MatchedRow {
  readonly stored: Beyond;
}

/**
 * One file on its way in, as its layout reads it: the one thing that differs between rosters of classes and
 * ledgers. Everything else (batches, sealing, corrections, preview) is the same for all.
 */
export interface Intake<Row extends CheckedRow = CheckedRow> {
  readonly importId: string;
  readonly countyCode: string;
  readonly columns: ColumnMap<string>;
  /** What the officer is told about the registry that the rows are verified by. */
  readonly notices: readonly string[];
  /** One row by itself. */
  check(row: SheetRow): Row;
  /** The finding on a row that repeats an earlier one of those asked about, in file order. */
  repeatOf(row: Row): Finding | null;
  /** The same for a row typed anew: `first` is the row that it repeats. */
  repeated(row: Row, first: { readonly sheetRow: number; readonly name: string | null }): Finding;
  /** Of the stored fields, those that a row of the same person must share to be its repeat. */
  repeatKey(row: Row): object;
  /** One answer per row of a batch, in a few questions to the database whatever its size. */
  answers(client: ClientBase, reads: readonly Read<Row>[]): Promise<readonly Answer[]>;
  /** Kinds of findings that rest on other rows of the same person, and may be gone once one of them is typed anew. */
  readonly ofOtherRows?: readonly string[];
  /** After corrections: what rows of these numbers say of each other, where the layout lets them say anything. */
  retell?(client: ClientBase, idIndexes: readonly Buffer[]): Promise<void>;
}

/** Null when the import is gone or out of scope. */
export async function findImportFacts(
  client: PoolClient,
  importId: string,
): Promise<ImportFacts | null> {
  const { rows } = await client.query<ImportFacts>(
    `SELECT id AS "importId", layout, county_code AS "countyCode", class_id AS "classId",
       file_id AS "fileId", file_name AS "fileName" FROM roster_import WHERE id = $1`,
    [importId],
  );
  return rows[0] ?? null;
}
