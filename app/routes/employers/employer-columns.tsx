import { Link } from "@remix-run/react";
import type { EmployerRow } from "~/data/employers/employer-list-view.server";
import { EMPLOYER_KIND_LABELS } from "~/domain/employers/employer";
import type { Column } from "~/ui/tables/column";

export const EMPLOYER_COLUMNS: readonly Column<EmployerRow>[] = [
  {
    key: "name",
    header: "单位名称",
    isRowHeader: true,
    cell: (row) => row.name,
    className: "min-w-[12rem] whitespace-normal",
  },
  { key: "kind", header: "类型", cell: (row) => EMPLOYER_KIND_LABELS[row.kind] },
  { key: "code", header: "统一社会信用代码", cell: (row) => row.creditCode ?? "暂缺" },
  { key: "region", header: "登记机关所在地", cell: (row) => row.regionName ?? "—" },
  {
    key: "vacancies",
    header: "招用中的岗位",
    align: "right",
    cell: ({ id, vacancies }) => (
      <FigureLink
        value={vacancies}
        to={`/vacancies?employer=${id}`}
        label={`招用中的岗位 ${vacancies} 个`}
      />
    ),
  },
  {
    key: "atWork",
    header: "在岗人数",
    align: "right",
    cell: ({ id, atWork }) => (
      <FigureLink
        value={atWork}
        to={`/placements?employer=${id}&state=inWork`}
        label={`在岗 ${atWork} 人`}
      />
    ),
  },
];

interface FigureLinkProps {
  readonly value: number;
  readonly to: string;
  readonly label: string;
}

/** A figure that opens what it counts; nought opens nothing. */
export function FigureLink({ value, to, label }: FigureLinkProps) {
  if (value === 0) return <span className="tabular-nums">0</span>;
  return (
    <Link
      to={to}
      aria-label={label}
      className="tabular-nums text-brand-600 underline-offset-2 hover:underline"
    >
      {value.toLocaleString("zh-CN")}
    </Link>
  );
}
