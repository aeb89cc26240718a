import type { WageLineRow } from "~/data/posts/wage-line-row-view.server";
import { yuanText } from "~/domain/shared/fen";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { daysText } from "./day-marks";
import { NameWithKeys, Payment, receiptText } from "./wage-line-cells";

const person = (isApproved: boolean): readonly Column<WageLineRow>[] => [
  {
    ...{ key: "name", header: "姓名", isRowHeader: true },
    cell: (row) => <NameWithKeys row={row} isApproved={isApproved} />,
  },
];

const POST: Column<WageLineRow> = {
  key: "post",
  header: "身份证号 / 岗位",
  cell: (row) => (
    <>
      <span className="block tabular-nums">{row.maskedId}</span>
      <span className="block text-xs text-slate-600">{row.post}</span>
    </>
  ),
};

const FINDINGS: Column<WageLineRow> = {
  key: "findings",
  header: "提示",
  className: "min-w-[13rem] whitespace-normal",
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

const DAYS: Column<WageLineRow> = {
  key: "days",
  header: "考勤（天）",
  className: "min-w-[7rem] whitespace-normal",
  cell: ({ days }) => days && daysText({ ...days, openDays: 0 }),
};

const MONEY: readonly Column<WageLineRow>[] = [
  {
    key: "due",
    header: "应发",
    className: "min-w-[8rem] whitespace-normal",
    cell: (row) => row.money?.arithmetic,
  },
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
];

const ACCOUNT: Column<WageLineRow> = {
  key: "account",
  header: "收款账户",
  cell: ({ money }) =>
    money && (
      <>
        <span className="block">{money.bankName}</span>
        <span className="block tabular-nums">{money.accountMasked}</span>
      </>
    ),
};

const STANDING: readonly Column<WageLineRow>[] = [
  {
    key: "payment",
    header: "发放",
    className: "whitespace-normal",
    cell: (row) => (
      <>
        <Payment row={row} />
        {row.paymentState === "FAILED" && row.money !== null && (
          <span className="block text-xs text-red-800">{row.money.failReason}</span>
        )}
      </>
    ),
  },
  {
    key: "receipt",
    header: "签收",
    cell: ({ receipt }) => (
      <StateBadge label={receiptText(receipt)} tone={receipt === "" ? "neutral" : "success"} />
    ),
  },
];

/** What wants a look stands first. A district officer sees who, and whether it was paid and signed for. */
export function wageLineColumns(shown: {
  readonly readsWhole: boolean;
  readonly isApproved: boolean;
  readonly hasCorrections: boolean;
  readonly hasFindings: boolean;
}): readonly Column<WageLineRow>[] {
  const { readsWhole, isApproved, hasCorrections, hasFindings } = shown;
  const money = MONEY.filter(({ key }) => key !== "adjust" || hasCorrections);
  const standing = isApproved ? STANDING : [];
  if (!readsWhole) return [...person(isApproved), POST, ...standing];
  return [
    ...person(isApproved),
    ...(hasFindings ? [FINDINGS] : []),
    ...[POST, DAYS, ...money, ...standing, ACCOUNT],
  ];
}
