/** One line of the manifest that seal.ts describes. */
export interface SealedLineFacts {
  readonly id: string;
  readonly lineNo: number;
  readonly version: number;
  readonly name: string;
  readonly sex: string;
  readonly ethnicity: string;
  /** SHA-256, salted: step 2 there. */
  readonly idNumber: string;
  readonly phone: string | null;
  readonly address: string;
  readonly declaredStatus: string;
  readonly trade: string;
  readonly note: string;
  /** What the registry said when the line was imported. */
  readonly importVerifiedOn: string | null;
  readonly importCategory: string | null;
}
