/*
 * The seal of a month of wages: worked out as domain/rosters/seal.ts says of a class's roster, over the
 * manifest below. Amounts are whole fen. ID number and account are not in it, but their salted hashes
 * (step 2 there) under the kinds `idNumber` and `account`.
 */

import type { SealManifest } from "../rosters/seal";

export const WAGE_SEAL_ALGORITHM = "wages-v1";

type Text = string;
type Day = string;
type Instant = string;
type Sha256 = string;

export interface WageManifest {
  readonly algorithm: typeof WAGE_SEAL_ALGORITHM;
  /** 32 random bytes of this seal, hexadecimal. */
  readonly salt: Text;
  readonly roster: { readonly id: Text; readonly countyCode: Text };
  readonly sheet: {
    readonly id: Text;
    readonly month: Day;
    readonly number: number;
    readonly title: Text;
    readonly township: Text;
    readonly fundSource: Text;
    readonly submittedBy: Text | null;
    readonly submittedAt: Instant | null;
    readonly reviewedBy: Text | null;
    readonly reviewedAt: Instant | null;
    readonly lockedBy: Text | null;
    readonly lockedAt: Instant | null;
  };
  /** Standing lines, by number, then id. */
  readonly lines: readonly {
    readonly id: Text;
    readonly lineNo: number;
    /** The version that was signed. */
    readonly version: number;
    readonly name: Text;
    readonly idNumber: Sha256;
    readonly appointmentId: Text;
    readonly post: Text;
    readonly rateFen: number;
    readonly monthDays: number;
    readonly termDays: number;
    readonly workedDays: number;
    readonly leaveDays: number;
    readonly absentDays: number;
    readonly dueFen: number;
    readonly adjustFen: number;
    readonly payFen: number;
    readonly account: Sha256 | null;
    readonly holderName: Text | null;
    readonly bankName: Text | null;
    readonly paymentId: Text | null;
    readonly paidOn: Day | null;
  }[];
  /** The days of each post in the month, by the post's id. */
  readonly attendance: readonly {
    readonly appointmentId: Text;
    readonly marks: Text;
    readonly note: Text;
  }[];
  /** Corrections of earlier months settled with these lines, by id. */
  readonly adjustments: readonly {
    readonly id: Text;
    readonly lineId: Text;
    readonly ofLineId: Text;
    readonly ofMonth: Day;
    readonly amountFen: number;
    readonly reason: Text;
  }[];
  /** Files to the bank and its answers, by number. */
  readonly payments: readonly {
    readonly id: Text;
    readonly number: number;
    readonly lineCount: number;
    readonly totalFen: number;
    readonly sha256: Sha256 | null;
    readonly resultSha256: Sha256 | null;
    readonly paidCount: number;
    readonly failedCount: number;
    readonly withdrawReason: Text | null;
  }[];
  /** Each line in each of these files, and what became of it; by the file's number, then the line's id. */
  readonly attempts: readonly {
    readonly id: Text;
    readonly paymentId: Text;
    readonly lineId: Text;
    readonly account: Sha256;
    readonly amountFen: number;
    readonly state: Text;
    /** In the bank's words. */
    readonly reason: Text;
    readonly paidOn: Day | null;
    readonly releaseReason: Text | null;
  }[];
  /** Signatures that stand, in the order of a class's. */
  readonly proofs: SealManifest["proofs"];
  readonly pages: SealManifest["pages"];
}
