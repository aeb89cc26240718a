import type { ColumnMap } from "./column-map";
import type { Finding, Severity } from "./finding";
import type { CellKind, SheetRow } from "./sheet";

/** One row on its way through the checks: its cells by field, and the findings so far. */
export class RowReading<Key extends string> {
  readonly findings: Finding[] = [];

  constructor(
    readonly row: SheetRow,
    readonly columns: ColumnMap<Key>,
  ) {}

  /** Text of a field's cell; empty when the file has no such column. */
  text(key: Key): string {
    return this.row.texts[this.columns.at[key]] ?? "";
  }

  kind(key: Key): CellKind {
    return this.row.kinds[this.columns.at[key]] ?? "blank";
  }

  add(key: Key, kind: string, severity: Severity, message: string): void {
    const column = this.columns.header[key];
    this.findings.push({ sheetRow: this.row.sheetRow, column, kind, severity, message });
  }
}
