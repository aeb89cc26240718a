import type { ReceiptStanding } from "~/domain/posts/board-months";
import { RECEIPT_STANDING_LABELS } from "~/domain/posts/board-words";
import { ReceiptMark } from "./month-marks";

/** The board's mark of a month's receipt, and its words beside it. */
export function ReceiptCell({ receipt }: { readonly receipt: ReceiptStanding }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" width="12" height="12" viewBox="-6 -1 12 12" className="shrink-0">
        <ReceiptMark receipt={receipt} />
      </svg>
      {RECEIPT_STANDING_LABELS[receipt]}
    </span>
  );
}
