import type { Destination } from "../placements/destination";
import type { PovertyStatus } from "../people/poverty-status";
import type { CalendarDate } from "../shared/calendar-date";
import type { Fen } from "../shared/fen";
import type { ClaimKind, ClaimSource, ClaimUnit } from "./claim";

/**
 * All that is known of one claim line when it is checked, fetched set-wise for thousands at once (data/claims/facts)
 * and kept with the verdicts. Plain values only: it is stored as JSON and read back the same. Rules read nothing else.
 */
export interface ClaimFacts {
  readonly kind: ClaimKind;
  readonly sourceKind: ClaimSource;
  readonly countyCode: string;
  readonly year: number;
  /** The day it was handed in; while it is being drawn up, the day of the check. */
  readonly claimedOn: CalendarDate;
  /** The day eligibility is judged: first day of the class, of work, of the month. */
  readonly eventOn: CalendarDate;
  readonly periodFrom: CalendarDate;
  readonly periodTo: CalendarDate;
  readonly quantity: number;
  readonly unit: ClaimUnit;
  /** Null: no parameter was in force when the line was drawn. */
  readonly rateFen: Fen | null;
  readonly amountFen: Fen;
  readonly person: PersonFacts;
  readonly payee: PayeeFacts;
  readonly pot: PotFacts;
  /** Other standing claim lines of the person, of any county, kind, fund and year; another county's by its days only. */
  readonly others: readonly OtherClaim[];
  /** Other work or classes of the person in the line's period. */
  readonly engagements: readonly EngagementFact[];
  /** Exactly the one of the line's kind is there. */
  readonly training: TrainingFacts | null;
  readonly placement: PlacementFacts | null;
  readonly post: PostFacts | null;
}

export interface PersonFacts {
  readonly bornOn: CalendarDate;
  readonly hasIdNumber: boolean;
  readonly hasPhone: boolean;
  /** The registry's answer for the event's day, asked anew at this check; null: no export covers county and day. */
  readonly registry: {
    readonly exportedOn: CalendarDate;
    /** Null: not in it. */
    readonly category: PovertyStatus | null;
    readonly sameCounty: boolean;
    readonly sameName: boolean;
  } | null;
}

export interface PayeeFacts {
  readonly paidTo: "PERSON" | "UNIT";
  /** Null: no account recorded. */
  readonly account: {
    readonly holderIsPerson: boolean;
    /** Other people whose money goes, or ever went, to the same account, in any county. */
    readonly sharedWith: number;
    readonly wasRefused: boolean;
  } | null;
}

export interface PotFacts {
  readonly id: string;
  readonly year: number;
  readonly purpose: "LABOUR_TRANSFER" | "REIMBURSEMENT" | "OTHER";
  readonly amountFen: Fen;
  /** Committed by others, without this batch. */
  readonly committedFen: Fen;
  /** The sum of this batch, less what of it was stopped or paid back. */
  readonly batchFen: Fen;
  readonly receivedFen: Fen;
  readonly isLocked: boolean;
  readonly isClosed: boolean;
  /** Six digits; empty where it was not entered. */
  readonly implementerRegion: string;
  readonly implementerReason: string;
}

export interface OtherClaim {
  readonly kind: ClaimKind;
  readonly sameSource: boolean;
  readonly sameCounty: boolean;
  readonly sameFund: boolean;
  readonly year: number;
  readonly periodFrom: CalendarDate;
  readonly periodTo: CalendarDate;
  /** Null: another county's, of which only the days are told. */
  readonly amountFen: Fen | null;
  readonly isPaid: boolean;
  /**
   * before: handed in earlier, or an earlier line of the same batch; after: later, so that it is the other one that has
   * to give way; draft: neither of the two batches is handed in yet.
   */
  readonly standing: "before" | "after" | "draft";
}

export interface EngagementFact {
  readonly kind: "placement" | "class" | "post";
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly sameCounty: boolean;
  /** Checked by a person and found in order (核对无误). */
  readonly isSettled: boolean;
}

/** A line of a class's roster. */
export interface TrainingFacts {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly isSealed: boolean;
  readonly planApprovedOn: CalendarDate | null;
  readonly filingApprovedOn: CalendarDate | null;
  readonly proofs: {
    readonly verified: boolean;
    readonly idNumber: boolean;
    readonly contact: boolean;
    readonly signature: boolean;
    readonly fingerprint: boolean;
  };
  readonly supervisedByBureau: boolean;
  readonly supervisedBySecondedOfficial: boolean;
  readonly sessions: number;
  /** With as many pictures as media.perSession asked for on their day. */
  readonly sessionsWithMedia: number;
  /** Days of the class, and those the person was there. */
  readonly classDays: number;
  readonly attendedDays: number;
  readonly isCompleted: boolean;
  readonly providerIsSuspended: boolean;
  readonly providerTeachesTrade: boolean | null;
  /** PERSON_DAY or PERSON_MONTH. */
  readonly costUnit: ClaimUnit;
  readonly unitCostFen: Fen | null;
  /** Where it was taught: six digits; 31 for Shanghai. */
  readonly venueRegion: string;
  readonly implementerRegion: string;
  readonly implementerReason: string;
  readonly headcount: number;
}

/** A placement, for stable employment, agency and outwork. */
export interface PlacementFacts {
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly destination: Destination;
  readonly form: "FORMAL" | "FLEXIBLE" | "ENTREPRENEURSHIP" | "PUBLIC_SERVICE";
  readonly evidenceCount: number;
  readonly hasContract: boolean;
  /** Whole months of the spell the placement lies in, with evidence for every month, to the line's last day. */
  readonly provedMonths: number;
  readonly isLost: boolean;
  readonly lastContactOn: CalendarDate | null;
  /** Placed through a labour batch of an intermediary. */
  readonly intermediary: {
    readonly batchOn: CalendarDate;
    /** First and last day of its licence; null: none is recorded. */
    readonly licence: { readonly from: CalendarDate; readonly to: CalendarDate } | null;
  } | null;
}

/** A month of a temporary public-service post. */
export interface PostFacts {
  readonly month: CalendarDate;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  /** First and last day of the chain of posts without a real gap, this post's whole term included (chainsOf). */
  readonly chainFrom: CalendarDate;
  readonly chainTo: CalendarDate;
  readonly shortReason: string;
  readonly isLocked: boolean;
  readonly isSigned: boolean;
  readonly isPaid: boolean;
  readonly paidFen: Fen;
  readonly rateFen: Fen;
  readonly workedDays: number;
  readonly absentDays: number;
  readonly countyIsFlagged: boolean;
}
