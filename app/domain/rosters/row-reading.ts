import type { ColumnMap } from "./column-map";
import type { Finding, Severity } from "./finding";
import type { TrainingField } from "./layouts/training";
import type { CellKind, SheetRow } from "./sheet";

/** One row on its way through the checks: its cells by field, and the findings so far. */
export class RowReading {
  readonly findings: Finding[] = [];

  constructor(
    readonly row: SheetRow,
    readonly columns: ColumnMap<TrainingField>,
  ) {}

  /** Text of a field's cell; empty when the file has no such column. */
  text(key: TrainingField): string {
    return this.row.texts[this.columns.at[key]] ?? "";
  }

  kind(key: TrainingField): CellKind {
    return this.row.kinds[this.columns.at[key]] ?? "blank";
  }

  add(key: TrainingField, kind: string, severity: Severity, message: string): void {
    const column = this.columns.header[key];
    this.findings.push({ sheetRow: this.row.sheetRow, column, kind, severity, message });
  }
}
