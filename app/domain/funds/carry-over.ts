import type { CalendarDate } from "../shared/calendar-date";
import { fen, type Fen } from "../shared/fen";

export type ReleaseRefusal =
  | { readonly kind: "notLocked" }
  /** A county does not dispose of what was carried over: the paper is a prefecture's, the province's or Shanghai's. */
  | { readonly kind: "notDecidedAbove" }
  /** Released before the decision, or before Shanghai was told. */
  | { readonly kind: "beforeDecision" | "beforeReport" }
  | { readonly kind: "future" };

/** What a pot of an earlier year leaves to be carried over; zero when it is all committed. */
export function carryOverOf(pot: { readonly amountFen: Fen; readonly committedFen: Fen }): Fen {
  return fen(pot.amountFen - pot.committedFen);
}

/** What speaks against freeing money of an earlier year by that document (沪合组办〔2020〕9号 二(三)四); null: nothing. */
export function releaseRefusal(
  pot: { readonly isLocked: boolean },
  decision: { readonly regionCode: string; readonly issuedOn: CalendarDate | null },
  asked: { readonly releasedOn: CalendarDate; readonly reportedOn: CalendarDate | null },
  today: CalendarDate,
): ReleaseRefusal | null {
  if (!pot.isLocked) return { kind: "notLocked" };
  if (!decision.regionCode.endsWith("00")) return { kind: "notDecidedAbove" };
  const { releasedOn, reportedOn } = asked;
  if (decision.issuedOn === null || releasedOn < decision.issuedOn) {
    return { kind: "beforeDecision" };
  }
  if (reportedOn !== null && releasedOn < reportedOn) return { kind: "beforeReport" };
  return releasedOn > today ? { kind: "future" } : null;
}
