/** refused: the row cannot be taken; warning: taken, but look; cleaned: taken after a repair that is shown. */
export type Severity = "refused" | "warning" | "cleaned";

/** One thing found in one cell (or one row, when `column` is empty) of a roster file. */
export interface Finding {
  /** 1-based row as the spreadsheet shows it. */
  readonly sheetRow: number;
  /** The header as the file writes it, e.g. 身份证号码; empty when the finding is about the whole row. */
  readonly column: string;
  /** Stable machine name, kebab-case, e.g. `id-check-digit`. */
  readonly kind: string;
  readonly severity: Severity;
  /** Chinese: what is wrong and how to mend it; numbers masked to the first 6 and last 4 characters. */
  readonly message: string;
}
