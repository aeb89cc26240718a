import { Link } from "@remix-run/react";
import type { BoardRow, BoardTarget } from "~/data/targets/board-view.server";
import { kindLabel, sizeOf, type PeopleKind } from "~/domain/targets/people-list";
import { unitOf } from "~/domain/targets/target";
import { figureText, numberText } from "~/domain/targets/figure-text";
import { aheadText, percentText, perDayText } from "~/domain/targets/wording";
import { StateBadge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { peopleHref } from "./as-of";
import { ForecastDay } from "./forecast-day";
import { resultBadge } from "./result-badges";
import { WholeRow } from "./whole-row";

interface AreaTableProps {
  readonly board: BoardTarget;
  readonly caption: string;
  readonly asOf: string;
}

const LINK = "text-brand-700 underline";

/** A row for each county: every figure opens the list behind it. */
export function AreaTable({ board, caption, asOf }: AreaTableProps) {
  const { target, rows, whole } = board;
  const figure = (key: PeopleKind, header: string): Column<BoardRow> => ({
    key,
    header,
    align: "right",
    cell: ({ areaCode, areaName, standing }) => (
      <Link
        to={peopleHref(target.id, areaCode, key, asOf)}
        className={LINK}
        aria-label={`${areaName}${header} ${numberText(sizeOf(key, standing.tally))}，打开名单`}
      >
        {numberText(sizeOf(key, standing.tally))}
      </Link>
    ),
  });
  const columns: readonly Column<BoardRow>[] = [
    { key: "area", header: "县（市、区）", isRowHeader: true, cell: (row) => row.areaName },
    STATE,
    {
      key: "value",
      header: "任务",
      align: "right",
      cell: ({ value }) => (value === null ? "未给出数字" : numberText(value)),
    },
    figure("proved", `计入（${unitOf(target)}）`),
    figure("registered", "登记"),
    figure("verified", kindLabel("verified", target.measure)),
    figure("missing", "未计入"),
    {
      key: "rate",
      header: "完成率",
      align: "right",
      cell: (row) => percentText(row.standing.rate),
    },
    ...PACE_COLUMNS,
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.areaCode}
      rowTone={({ standing }) => (standing.result === "failed" ? "danger" : "plain")}
      tall={false}
      empty={<EmptyState title="没有列入的县">本目标没有您范围内的县（市、区）。</EmptyState>}
      footer={whole !== null && rows.length > 1 && <WholeRow board={board} asOf={asOf} />}
    />
  );
}

const STATE: Column<BoardRow> = {
  key: "result",
  header: "状态",
  cell: ({ standing }) => <StateBadge {...resultBadge(standing.result)} />,
};

const PACE_COLUMNS: readonly Column<BoardRow>[] = [
  {
    key: "due",
    header: "序时应到",
    align: "right",
    cell: ({ standing }) => figureText(standing.due),
  },
  {
    key: "ahead",
    header: "进度",
    cell: ({ standing: { ahead } }) => (ahead === null ? "—" : aheadText(ahead)),
  },
  {
    key: "perDay",
    header: "每天还需",
    align: "right",
    cell: ({ standing: { neededPerDay } }) =>
      neededPerDay === null ? "—" : perDayText(neededPerDay),
  },
  {
    key: "forecast",
    header: "预计完成日（90% 范围）",
    cell: ({ standing: { forecast } }) => <ForecastDay found={forecast} />,
  },
];
