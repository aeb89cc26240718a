import { fen, type Fen } from "../shared/fen";
import type { ProjectElement } from "./pot";

export type AdjustmentKind = "FILING" | "APPROVAL";
export type AdjustmentState = "submitted" | "filed" | "approved" | "refused";

export const ADJUSTMENT_KIND_LABELS: Readonly<Record<AdjustmentKind, string>> = {
  FILING: "备案",
  APPROVAL: "审批",
};

export const ADJUSTMENT_STATE_LABELS: Readonly<Record<AdjustmentState, string>> = {
  submitted: "待办理",
  filed: "已备案",
  approved: "已批准",
  refused: "不予同意",
};

/** The most the document itself lets pass without approval; the database holds it. */
const DOCUMENT_PERCENT = 10;

/**
 * Filed when the five elements stand and at most so many per cent of the money are touched, else approved
 * (沪合组办〔2020〕9号 二(三)三). What was filed of the pot before, or waits to be, counts with it, so that no change is
 * filed in slices. Where the limit is not known it is approved; a higher one than the document's does not hold.
 */
export function adjustmentKind(
  asked: { readonly amountFen: Fen; readonly changedElements: readonly ProjectElement[] },
  potFen: Fen,
  percent: number | null,
  filedFen: Fen = fen(0),
): AdjustmentKind {
  const limit = percent === null ? 0 : Math.min(percent, DOCUMENT_PERCENT);
  const isSmall = (filedFen + asked.amountFen) * 100 <= potFen * limit;
  return asked.changedElements.length === 0 && isSmall ? "FILING" : "APPROVAL";
}

/** The share of the pot in hundredths of a per cent, rounded up, so that a fen too much is seen. */
export function shareBasisPoints(amountFen: Fen, potFen: Fen): number {
  const [amount, pot] = [BigInt(amountFen) * 10_000n, BigInt(potFen)];
  return Number((amount + pot - 1n) / pot);
}

/** What a request may be turned into. */
export function decisionsOn(kind: AdjustmentKind): readonly AdjustmentState[] {
  return kind === "FILING" ? ["filed", "refused"] : ["approved", "refused"];
}
