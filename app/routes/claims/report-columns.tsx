import { Link } from "@remix-run/react";
import type { ClaimReport, ReportRow } from "~/data/claims/claim-report-view.server";
import type { Column } from "~/ui/tables/column";
import { FigureLink } from "~/ui/tables/figure-link";

type Figure = "first" | "fail" | "unknown" | "appeared" | "gone";

const HEADERS: Readonly<Record<Figure, string>> = {
  first: "首先不符合",
  fail: "不符合",
  unknown: "无法判断",
  appeared: "比上次新增",
  gone: "比上次消除",
};

/** The rules of a run with their figures, each opening its lines. */
export function reportColumns(
  to: string,
  { number, beforeId }: Pick<ClaimReport, "number" | "beforeId">,
): readonly Column<ReportRow>[] {
  const figure = (key: Figure): Column<ReportRow> => ({
    key,
    header: HEADERS[key],
    align: "right",
    cell: (row) => (
      <FigureLink
        value={row[key]}
        to={`${to}/lines?${new URLSearchParams({ run: String(number), rule: row.rule, group: key }).toString()}`}
        label={`${row.title}${HEADERS[key]}的明细`}
      />
    ),
  });
  return [
    {
      key: "rule",
      header: "规则",
      isRowHeader: true,
      className: "min-w-[14rem] whitespace-normal",
      cell: ({ rule, title }) => (
        <Link to={`/rules/${rule}`} className="text-brand-700 underline">
          {title}
        </Link>
      ),
    },
    {
      key: "severity",
      header: "处理",
      cell: ({ severity }) =>
        severity === null ? "已停用" : severity === "block" ? "不能报送" : "要说明",
    },
    figure("fail"),
    figure("unknown"),
    { key: "pass", header: "符合", align: "right", cell: ({ pass }) => pass },
    {
      key: "notAsked",
      header: "不适用",
      align: "right",
      className: "whitespace-normal",
      cell: ({ notAsked, whyNotAsked }) => (
        <>
          {notAsked}
          {whyNotAsked !== "" && (
            <span className="block text-xs text-slate-600">{whyNotAsked}</span>
          )}
        </>
      ),
    },
    figure("first"),
    ...(beforeId === null ? [] : [figure("appeared"), figure("gone")]),
  ];
}
