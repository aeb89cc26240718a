export interface ParameterMeaning {
  readonly label: string;
  readonly unit: string;
  readonly note: string;
  /** Used until a value is entered, and then named as our definition; null: nothing is checked. */
  readonly ownDefault: number | null;
}
