/** Kind of cell a column is given in exports; `money` is yuan with two decimals. */
export type FieldKind = "text" | "number" | "money" | "date" | "choice";

/** One column of a roster: the same line drives template, importer, exporter and on-screen help. */
export interface LayoutField<Key extends string> {
  readonly key: Key;
  /** Header as the template and the exports write it. */
  readonly header: string;
  /** Other spellings met in the field; compared without blanks, width and case. */
  readonly aliases: readonly string[];
  /** Without this column a file is not taken. */
  readonly required: boolean;
  /** Whether the template and the exports carry the column; the importer knows it either way. */
  readonly inTemplate: boolean;
  readonly kind: FieldKind;
  /** Offered as a drop-down; other text is still read. */
  readonly choices: readonly string[] | undefined;
  readonly example: string;
  /** What to fill in, one sentence for the officer. */
  readonly note: string;
  /** Column width in characters. */
  readonly width: number;
}

export interface RosterLayout<Key extends string = string> {
  readonly id: string;
  /** Heading of the printed form, without place and year. */
  readonly title: string;
  readonly sheetName: string;
  /** Stamp printed on every template, so that an old one is recognised. */
  readonly edition: string;
  readonly fields: readonly LayoutField<Key>[];
}

/** Column header by field key. */
export function headerOf<Key extends string>(layout: RosterLayout<Key>, key: Key): string {
  const field = layout.fields.find((candidate) => candidate.key === key);
  if (field === undefined) throw new RangeError(`layout ${layout.id} has no field ${key}`);
  return field.header;
}

interface Extras {
  /** Other spellings, separated by blanks. */
  readonly aliases?: string;
  readonly required?: boolean;
  readonly inTemplate?: boolean;
  readonly kind?: FieldKind;
  readonly choices?: readonly string[];
  readonly width?: number;
}

/** A field with the usual values filled in: optional text, in the template, 12 characters wide. */
export function field<Key extends string>(
  key: Key,
  header: string,
  example: string,
  note: string,
  extras: Extras = {},
): LayoutField<Key> {
  const { aliases = "", required = false, inTemplate = true, kind = "text", width = 12 } = extras;
  const spellings = aliases === "" ? [] : aliases.split(" ");
  const { choices } = extras;
  return {
    key,
    header,
    aliases: spellings,
    required,
    inTemplate,
    kind,
    choices,
    example,
    note,
    width,
  };
}
