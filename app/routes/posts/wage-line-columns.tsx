import type { WageLineRow } from "~/data/posts/wage-line-row-view.server";
import { PAYMENT_STATE_LABELS, type PaymentState } from "~/domain/posts/wage";
import { yuanText } from "~/domain/shared/fen";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import type { Tone } from "~/ui/tone";
import { daysText } from "./day-marks";

const PAYMENT_TONES: Readonly<Record<PaymentState, Tone>> = {
  SENT: "info",
  PAID: "success",
  FAILED: "danger",
};

const PERSON: readonly Column<WageLineRow>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => `${row.lineNo} ${row.name}` },
  { key: "id", header: "身份证号", cell: (row) => row.maskedId },
  { key: "post", header: "岗位", cell: (row) => row.post },
  { key: "days", header: "考勤（天）", cell: (row) => daysText({ ...row, openDays: 0 }) },
];

const MONEY: readonly Column<WageLineRow>[] = [
  { key: "due", header: "应发", cell: (row) => row.money?.arithmetic },
  {
    key: "adjust",
    header: "以前月份更正",
    align: "right",
    cell: ({ money }) => (money === null || money.adjustFen === 0 ? "" : yuanText(money.adjustFen)),
  },
  {
    key: "pay",
    header: "实发",
    align: "right",
    cell: ({ money }) => money && yuanText(money.payFen),
  },
  {
    key: "account",
    header: "收款账户",
    cell: ({ money }) => money && `${money.bankName} ${money.accountMasked}`,
  },
];

const STANDING: readonly Column<WageLineRow>[] = [
  { key: "payment", header: "发放", cell: (row) => <Payment row={row} /> },
  {
    key: "receipt",
    header: "签收",
    cell: ({ receipt }) =>
      receipt === "" ? (
        <StateBadge label="未签收" tone="neutral" />
      ) : (
        <StateBadge label={receipt} tone="success" />
      ),
  },
];

const FINDINGS: Column<WageLineRow> = {
  key: "findings",
  header: "提示",
  className: "min-w-[14rem] whitespace-normal",
  cell: ({ money }) => (
    <>
      {money?.findings.map((text) => (
        <span key={text} className="block text-amber-800">
          {text}
        </span>
      ))}
    </>
  ),
};

/** A district officer sees who, how many days, and whether it was paid and signed for. */
export function wageLineColumns(shown: {
  readonly readsWhole: boolean;
  readonly isApproved: boolean;
  readonly hasCorrections: boolean;
}): readonly Column<WageLineRow>[] {
  const money = MONEY.filter(({ key }) => key !== "adjust" || shown.hasCorrections);
  const standing = shown.isApproved ? STANDING : [];
  return shown.readsWhole ? [...PERSON, ...money, ...standing, FINDINGS] : [...PERSON, ...standing];
}

export function Payment({
  row,
}: {
  readonly row: Pick<WageLineRow, "paymentState" | "isNothing" | "paidOn">;
}) {
  const { paymentState, isNothing, paidOn } = row;
  if (isNothing) return <StateBadge label="本月不发放" tone="neutral" />;
  if (paymentState === null) return <StateBadge label="未发放" tone="neutral" />;
  const label = PAYMENT_STATE_LABELS[paymentState];
  return (
    <StateBadge
      label={paidOn === null ? label : `${label} ${paidOn}`}
      tone={PAYMENT_TONES[paymentState]}
    />
  );
}
