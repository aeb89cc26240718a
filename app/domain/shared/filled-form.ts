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
  /** A number in the workbook: yuan with two decimals, or a whole number. All else is text, numbers of people above all. */
  readonly number?: "money" | "count";
  /** Summed up under the last row. */
  readonly isSummed?: boolean;
}

/** An official form before it is filled. */
export interface BlankForm {
  /** Name of the form, and of the sheet in the workbook. */
  readonly name: string;
  /** Heading without place and time. */
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

export interface FormRow {
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** The sums of these rows by column, in the column's own writing; null where the form sums nothing up. */
export function sumTexts(
  { columns }: Pick<BlankForm, "columns">,
  rows: readonly FormRow[],
): Readonly<Record<string, string>> | null {
  const summed = columns.filter(({ isSummed }) => isSummed === true);
  if (summed.length === 0) return null;
  return Object.fromEntries(
    summed.map(({ key, number }) => {
      // In hundredths, so that a hundred small errors do not make a fen.
      const sum = rows.reduce(
        (all, { texts }) => all + Math.round(Number(texts[key] ?? 0) * 100),
        0,
      );
      return [key, number === "money" ? (sum / 100).toFixed(2) : String(sum / 100)];
    }),
  );
}

/** A form with its heading, the parts under it, and its rows as texts by column. */
export interface FilledForm {
  readonly layout: BlankForm;
  readonly heading: string;
  readonly headParts: readonly string[];
  readonly rows: readonly FormRow[];
}
