import { Link } from "@remix-run/react";
import type { LabourYear, ShareLine } from "~/data/funds/labour-share-view.server";
import { yuanGrouped } from "~/domain/shared/fen";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { areaRowsAddress, type AllocationPart } from "../allocations/area-part";
import { arithmetic, rateText } from "./pot-text";

const LINK = "text-brand-700 underline";
const AREA: Column<ShareLine> = {
  key: "area",
  header: "地区",
  isRowHeader: true,
  cell: (row) => row.areaName,
};
const YEAR: Column<ShareLine> = { key: "year", header: "年度", cell: (row) => `${row.year} 年` };

export const SHARE_COLUMNS: readonly Column<ShareLine>[] = [
  AREA,
  YEAR,
  {
    key: "labour",
    header: "劳务协作（元）",
    align: "right",
    cell: (row) => <Allocated row={row} part="labour" amount={row.rate.numerator} />,
  },
  {
    key: "all",
    header: "下达资金（元）",
    align: "right",
    cell: (row) => <Allocated row={row} part="inTable" amount={row.rate.denominator} />,
  },
  { key: "share", header: "比重", align: "right", cell: shareOf },
  { key: "verdict", header: "与上一年比", cell: verdictOf },
  { key: "base", header: "与 2020 年比", cell: baseOf },
];

export const RECRUITING_COLUMNS: readonly Column<LabourYear>[] = [
  AREA,
  YEAR,
  ...(["training", "recruitment", "other"] as const).map((use): Column<LabourYear> => ({
    key: use,
    header: { training: "培训（元）", recruitment: "招聘（元）", other: "其他（元）" }[use],
    align: "right",
    cell: (row) => <Spent row={row} amount={row.use.byUse[use]} />,
  })),
  { key: "share", header: "招聘和培训占比", align: "right", cell: (row) => rateText(row.use.rate) },
  {
    key: "minimum",
    header: "下限",
    align: "right",
    cell: (row) => (row.minimum === null ? "没有录入" : `${row.minimum}%`),
  },
  { key: "verdict", header: "结论", cell: minimumOf },
];

function shareOf({ rate, withOffTable }: ShareLine) {
  return (
    <>
      {rateText(rate)}
      {withOffTable !== null && (
        <span className="block text-slate-600">
          含表外 {rateText(withOffTable)}（{arithmetic(withOffTable)}）
        </span>
      )}
    </>
  );
}

interface FigureProps {
  readonly row: LabourYear;
  readonly amount: LabourYear["rate"]["numerator"];
}

interface AllocatedProps extends Pick<FigureProps, "amount"> {
  readonly row: ShareLine;
  readonly part: AllocationPart;
}

function Allocated({ row, part, amount }: AllocatedProps) {
  const which = { areaCode: row.regionCode, isWhole: row.isWhole, part };
  return (
    <Link to={areaRowsAddress(row.year, which)} className={LINK}>
      {yuanGrouped(amount)}
    </Link>
  );
}

function Spent({ row, amount }: FigureProps) {
  return (
    <Link to={`/funds?year=${row.year}&area=${row.regionCode}&show=spent`} className={LINK}>
      {yuanGrouped(amount)}
    </Link>
  );
}

function verdictOf({ hasFallen, previousYear }: ShareLine) {
  if (hasFallen === null || previousYear === null) return "没有以前年度，无法比较";
  return <Verdict hasFallen={hasFallen} than={`比 ${previousYear} 年`} />;
}

function baseOf({ isBelow2020, year }: ShareLine) {
  if (isBelow2020 === null) return year <= 2020 ? "—" : "没有 2020 年数，无法比较";
  return <Verdict hasFallen={isBelow2020} than="比 2020 年" />;
}

function Verdict({ hasFallen, than }: { readonly hasFallen: boolean; readonly than: string }) {
  return hasFallen ? (
    <StateBadge label={`${than}下降`} tone="warning" />
  ) : (
    <StateBadge label={`${than}没有下降`} tone="success" />
  );
}

function minimumOf({ use }: LabourYear) {
  if (use.reachesMinimum === null) return "无法判断";
  return use.reachesMinimum ? (
    <StateBadge label="达到" tone="success" />
  ) : (
    <StateBadge label="没有达到" tone="warning" />
  );
}
