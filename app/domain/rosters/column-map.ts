import type { RosterLayout } from "./layouts/layout";
import type { FoundTable } from "./table";

/** Where each field stands in the rows, and what its header is called in this file. */
export interface ColumnMap<Key extends string> {
  /** 0-based column, -1 when the file has none. */
  readonly at: Readonly<Record<Key, number>>;
  /** Header as the file writes it; the layout's own where the file has no such column. */
  readonly header: Readonly<Record<Key, string>>;
  /** Header of every column of the file by its 0-based place, imported or not. */
  readonly headerAt: readonly string[];
}

/** The surest column of each field; of equals the first. */
export function columnMap<Key extends string>(
  table: FoundTable<Key>,
  layout: RosterLayout<Key>,
): ColumnMap<Key> {
  const at: Partial<Record<Key, number>> = {};
  const header: Partial<Record<Key, string>> = {};
  for (const field of layout.fields) {
    let confidence = -1;
    at[field.key] = -1;
    header[field.key] = field.header;
    for (const column of table.columns) {
      if (column.key !== field.key || column.confidence <= confidence) continue;
      confidence = column.confidence;
      at[field.key] = column.column;
      header[field.key] = column.header;
    }
  }
  const headerAt: string[] = [];
  for (const column of table.columns) headerAt[column.column] = column.header;
  return { headerAt, at: at as Record<Key, number>, header: header as Record<Key, string> };
}

/** The columns kept with an import, seen again through its layout. */
export function columnsFor<Key extends string>(
  layout: RosterLayout<Key>,
  kept: ColumnMap<string>,
): ColumnMap<Key> {
  const at: Partial<Record<Key, number>> = {};
  const header: Partial<Record<Key, string>> = {};
  for (const field of layout.fields) {
    at[field.key] = kept.at[field.key] ?? -1;
    header[field.key] = kept.header[field.key] ?? field.header;
  }
  const { headerAt } = kept;
  return { headerAt, at: at as Record<Key, number>, header: header as Record<Key, string> };
}

/** First row below the header. */
export function firstDataRow<Key extends string>(table: FoundTable<Key>): number {
  return table.headerRow + table.headerDepth;
}
