/** What the figures of a column are: money in fen, a number of things, or hundredths of a per cent. */
export type ColumnUnit = "FEN" | "COUNT" | "PERCENT";

/** One column of a table with the sum the document states for it; null where it states none. */
export interface AllocationColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: ColumnUnit;
  /** Of shares: the column they are shares of; else empty. */
  readonly of: string;
  readonly declared: number | null;
}

/** A project the cells of a table belong to, with the sum the document states for it. */
export interface AllocationProject {
  readonly key: string;
  readonly label: string;
  /** 四(三)2 */
  readonly clause: string;
  readonly isLabour: boolean;
  readonly declared: number | null;
}

export interface AllocationCell {
  readonly columnKey: string;
  /** Empty: of no project. */
  readonly projectKey: string;
  readonly amount: number;
  /** 2130599; empty where the document gives none. */
  readonly functionCode: string;
  readonly economicCode: string;
}

export interface AllocationRow<Cell extends AllocationCell = AllocationCell> {
  readonly unitName: string;
  /** The county, or the prefecture of its own units; null where none is known. */
  readonly areaCode: string | null;
  /** Null: the document states no sum of the row. */
  readonly declaredTotal: number | null;
  /** Told beside the table and in none of its sums (宣威 4750 万元). */
  readonly isOffTable: boolean;
  readonly note: string;
  readonly cells: readonly Cell[];
}

/** 资金下达表: what a document allocates, with every sum it states itself. Money is fen. */
export interface Allocation<Row extends AllocationRow = AllocationRow> {
  readonly columns: readonly AllocationColumn[];
  readonly projects: readonly AllocationProject[];
  readonly declaredTotal: number | null;
  readonly rows: readonly Row[];
}

/** The column of an amount that stands beside the table. */
export const OFF_TABLE_COLUMN = "offTable";

/** What a cell counts, by its column; beside the table it is always money. */
export function unitOf(table: Pick<Allocation, "columns">, cell: AllocationCell): ColumnUnit {
  return table.columns.find(({ key }) => key === cell.columnKey)?.unit ?? "FEN";
}

/** The money of a row: all its cells that are money, in fen. */
export function moneyOf(table: Pick<Allocation, "columns">, row: AllocationRow): number {
  return row.cells
    .filter((cell) => unitOf(table, cell) === "FEN")
    .reduce((sum, { amount }) => sum + amount, 0);
}

export function columnLabel(table: Pick<Allocation, "columns">, key: string): string {
  return table.columns.find((one) => one.key === key)?.label ?? "表外";
}

export function projectLabel(table: Pick<Allocation, "projects">, key: string): string {
  return table.projects.find((one) => one.key === key)?.label ?? "";
}
