import type { ClosureStep } from "../funds/closure";
import type { Disbursement, Outstanding } from "../funds/disbursement";
import type { LabourShare } from "../funds/labour-share";
import type { LabourSpending } from "../funds/labour-use";
import type { ExpenditureCategory, PotPurpose, ProjectElement } from "../funds/pot";
import type { ReceivedMoney } from "../funds/idle";
import type { AdjustmentKind } from "../funds/adjustment";
import type { CalendarDate } from "../shared/calendar-date";
import type { Fen } from "../shared/fen";
import type { ParameterId } from "./parameter";
import type { Citation, Effective, Numbers, RuleSeverity, Threshold, Verdict } from "./rule";

/** What is known of a pot when its money is judged. */
export interface FundFacts {
  readonly purpose: PotPurpose;
  readonly amountFen: Fen;
  readonly committedFen: Fen;
  /** Of labour cooperation, by the table it stands in. */
  readonly isLabour: boolean;
  /** Carried over and not released. */
  readonly isLocked: boolean;
  /** Its year is over and nothing has freed its rest. */
  readonly isYearOver: boolean;
  /** What freed carried-over money; null: nothing has, or it is of its own year. */
  readonly release: ReleasePaper | null;
  /** What has come and is neither spent nor carried over. */
  readonly lying: readonly ReceivedMoney[];
  /** Each as the pot's clock judges it. */
  readonly receipts: readonly {
    readonly receivedOn: CalendarDate;
    readonly disbursement: Disbursement;
  }[];
  /** What has not come. */
  readonly outstanding: Outstanding;
  /** Of the pot's area and year; null: nothing was allocated there. */
  readonly labourShare: LabourShare | null;
  readonly spending: readonly (LabourSpending & { readonly category: ExpenditureCategory })[];
  /** As they were asked for, refused ones left out. */
  readonly adjustments: readonly {
    readonly amountFen: Fen;
    readonly changedElements: readonly ProjectElement[];
    readonly kind: AdjustmentKind;
  }[];
  readonly closure: readonly ClosureStep[];
  readonly today: CalendarDate;
}

/** The decision that freed carried-over money, days as YYYY-MM-DD. */
export interface ReleasePaper {
  readonly document: string;
  readonly clause: string;
  readonly releasedOn: string;
  readonly reportedOn: string | null;
}

/**
 * A rule over the money of a pot, beside those over a line of a claim. Its verdict is worked out by the functions of
 * domain/funds that the pot's own pages go by.
 */
export interface FundRule {
  /** fund/disbursed-in-time: the path of its file. */
  readonly id: string;
  readonly title: string;
  readonly citation: Citation;
  readonly effective: Effective;
  /** block: the product refuses it; warn: it is shown and must be explained. */
  readonly severity: RuleSeverity;
  readonly parameters: readonly ParameterId[];
  readonly thresholds?: readonly Threshold[];
  /** Left out: it is asked of every pot. */
  readonly appliesTo?: (facts: FundFacts) => boolean;
  readonly check: (facts: FundFacts, numbers: Numbers) => Verdict;
}
