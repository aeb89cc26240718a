export interface ParameterMeaning {
  readonly label: string;
  readonly unit: string;
  readonly note: string;
  /** Used until a value is entered; null: nothing is checked. */
  readonly ownDefault: number | null;
  /** The document and clause that gives the default; left out of our own definitions. */
  readonly defaultSource?: string;
}
