import type { WageLineRow } from "~/data/posts/wage-line-row-view.server";
import { PAYMENT_STATE_LABELS, type PaymentState } from "~/domain/posts/wage";
import { yuanText } from "~/domain/shared/fen";
import { StateBadge } from "~/ui/display/badge";
import type { Tone } from "~/ui/tone";

const PAYMENT_TONES: Readonly<Record<PaymentState, Tone>> = {
  SENT: "info",
  PAID: "success",
  FAILED: "danger",
};

export const receiptText = (receipt: string) => (receipt === "" ? "未签收" : receipt);

/** On a phone the rest of the row lies outside the screen: what matters of it stands under the name. */
export function NameWithKeys({
  row,
  isApproved,
}: {
  readonly row: WageLineRow;
  readonly isApproved: boolean;
}) {
  const keys = [
    ...(row.money === null ? [] : [yuanText(row.money.payFen)]),
    ...(isApproved ? [paymentText(row), receiptText(row.receipt)] : []),
    ...((row.money?.findings.length ?? 0) > 0 ? ["有提示"] : []),
  ];
  return (
    <>
      {`${row.lineNo} ${row.name}`}
      <span className="block text-xs font-normal text-slate-600 md:hidden">{keys.join(" · ")}</span>
    </>
  );
}

function paymentText({ paymentState, isNothing, paidOn }: PaymentOf): string {
  if (isNothing) return "本月不发放";
  if (paymentState === null) return "未发放";
  const label = PAYMENT_STATE_LABELS[paymentState];
  return paidOn === null ? label : `${label} ${paidOn}`;
}

type PaymentOf = Pick<WageLineRow, "paymentState" | "isNothing" | "paidOn">;

export function Payment({ row }: { readonly row: PaymentOf }) {
  const { paymentState, isNothing } = row;
  const tone = isNothing || paymentState === null ? "neutral" : PAYMENT_TONES[paymentState];
  return <StateBadge label={paymentText(row)} tone={tone} />;
}
