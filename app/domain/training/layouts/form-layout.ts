/** The official forms of a class beside its 花名册. */
export type ClassFormId = "sign-in" | "timetable" | "attendance-summary" | "completion-roster";

/** One column; the same line drives the print page and the workbook. */
export interface FormColumn {
  readonly key: string;
  readonly header: string;
  /** Millimetres on paper as a Tailwind width; 277 mm in all on A4 across. */
  readonly widthClass: string;
  /** Characters in the workbook. */
  readonly width: number;
  readonly align?: "left" | "center";
  /** Long numbers are read digit by digit. */
  readonly mono?: boolean;
}

export interface FormLayout {
  readonly id: ClassFormId;
  /** Name of the form, and of the sheet in the workbook. */
  readonly name: string;
  /** Heading without place and year. */
  readonly title: string;
  /** Stamp on every copy. */
  readonly edition: string;
  /** What is counted at the foot of a sheet: 人 or 次. */
  readonly unit: string;
  readonly rowsPerSheet: number;
  /** Who signs at the foot. */
  readonly signers: readonly string[];
  readonly columns: readonly FormColumn[];
}
