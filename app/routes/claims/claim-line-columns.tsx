import { Link } from "@remix-run/react";
import type { ClaimLineRow } from "~/data/claims/claim-lines-view.server";
import { CLAIM_UNIT_LABELS } from "~/domain/claims/claim";
import { LINE_PAYMENT_LABELS } from "~/domain/claims/line-payment";
import { ruleTitle } from "~/domain/claims/stored-verdict";
import { yuanGrouped } from "~/domain/shared/fen";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import type { Tone } from "~/ui/tone";

const STANDING: Readonly<Record<ClaimLineRow["standing"], { label: string; tone: Tone }>> = {
  blocked: { label: "不能报送", tone: "danger" },
  warned: { label: "要说明", tone: "warning" },
  passed: { label: "符合", tone: "success" },
  unchecked: { label: "未核查", tone: "neutral" },
};

interface Shown {
  readonly readsWhole: boolean;
  /** Approved: whether each has been paid. */
  readonly isPaying: boolean;
  readonly isRemovedGroup: boolean;
}

export function claimLineColumns(shown: Shown): readonly Column<ClaimLineRow>[] {
  return [
    { key: "no", header: "序号", align: "right", cell: (row) => row.lineNo },
    {
      key: "name",
      header: "姓名",
      isRowHeader: true,
      className: "max-md:min-w-[12rem] max-md:whitespace-normal",
      cell: (row) => (
        <>
          {row.name}
          {!shown.isRemovedGroup && <OnPhone row={row} />}
        </>
      ),
    },
    { key: "id", header: "证件号码", cell: (row) => row.maskedId },
    {
      key: "period",
      header: "补贴期间",
      cell: (row) => `${row.periodFrom} 至 ${row.periodTo}`,
    },
    {
      key: "quantity",
      header: "数量",
      align: "right",
      cell: (row) => `${row.quantity} ${CLAIM_UNIT_LABELS[row.unit]}`,
    },
    {
      key: "rate",
      header: "标准（元）",
      align: "right",
      cell: (row) => (row.rateFen === null ? "未录入" : yuanGrouped(row.rateFen)),
    },
    {
      key: "amount",
      header: "金额（元）",
      align: "right",
      cell: (row) => yuanGrouped(row.amountFen),
    },
    ...standingColumns(shown),
  ];
}

/** What is taken out is neither checked nor paid. */
function standingColumns({
  readsWhole,
  isPaying,
  isRemovedGroup,
}: Shown): readonly Column<ClaimLineRow>[] {
  if (isRemovedGroup) return [REMOVED];
  return [...(isPaying ? [PAYMENT] : []), STANDING_COLUMN, ...(readsWhole ? [TOLD] : [])];
}

/** On a narrow screen how the line stands comes under the name: its own columns lie beyond the edge. */
function OnPhone({ row }: { readonly row: ClaimLineRow }) {
  return (
    <span className="mt-1 block font-normal md:hidden">
      <LineStanding standing={row.standing} />
      {row.told !== null && (
        <span className="block text-slate-700">{`${ruleTitle(row.told.rule)}：${row.told.message}`}</span>
      )}
    </span>
  );
}

export function LineStanding({ standing }: Pick<ClaimLineRow, "standing">) {
  return <StateBadge {...STANDING[standing]} />;
}

const STANDING_COLUMN: Column<ClaimLineRow> = {
  key: "standing",
  header: "核查",
  cell: (row) => <LineStanding standing={row.standing} />,
};

const PAYMENT: Column<ClaimLineRow> = {
  key: "payment",
  header: "发放",
  cell: ({ payment }) => (payment === null ? "待发放" : LINE_PAYMENT_LABELS[payment]),
};

const REMOVED: Column<ClaimLineRow> = {
  key: "removed",
  header: "移出原因",
  className: "min-w-[14rem] whitespace-normal",
  cell: (row) => row.removedReason ?? "",
};

const TOLD: Column<ClaimLineRow> = {
  key: "told",
  header: "首先不符合的",
  className: "min-w-[16rem] whitespace-normal",
  cell: ({ told, more }) =>
    told === null ? null : (
      <>
        <Link to={`/rules/${told.rule}`} className="text-brand-700 underline">
          {ruleTitle(told.rule)}
        </Link>
        ：{told.message}
        {more > 0 && `（另有 ${more} 项）`}
      </>
    ),
};
