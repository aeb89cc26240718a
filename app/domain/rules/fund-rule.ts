import type { ClosureStep } from "../funds/closure";
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
  readonly isLocked: boolean;
  /** What has come and is neither spent nor carried over. */
  readonly lying: readonly ReceivedMoney[];
  readonly receipts: readonly (ReceivedMoney & {
    readonly letterReceivedOn: CalendarDate | null;
  })[];
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
  readonly check: (facts: FundFacts, numbers: Numbers) => Verdict;
}
