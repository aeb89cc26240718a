import type { NoticeRow } from "~/data/posts/notice-list-view.server";
import type { Column } from "~/ui/tables/column";
import { FigureLink } from "~/ui/tables/figure-link";
import { NoticeBadge } from "./notice-badge";

/** The columns of the list of notices. */
export const NOTICE_COLUMNS: readonly Column<NoticeRow>[] = [
  { key: "title", header: "公示", isRowHeader: true, cell: ({ title }) => title },
  { key: "county", header: "县（市、区）", cell: ({ countyName }) => countyName },
  { key: "days", header: "公示期", cell: ({ fromOn, toOn }) => `${fromOn} 至 ${toOn}` },
  {
    key: "state",
    header: "状态",
    cell: ({ state, isLate }) => <NoticeBadge state={state} isLate={isLate} />,
  },
  {
    key: "people",
    header: "人数",
    align: "right",
    cell: ({ id, people }) => (
      <FigureLink value={people} to={`/posts/notices/${id}#people`} label={`公示 ${people} 人`} />
    ),
  },
  {
    key: "objections",
    header: "异议（未处理）",
    align: "right",
    cell: ({ objections, openObjections }) => `${objections}（${openObjections}）`,
  },
  {
    key: "confirmed",
    header: "已聘用",
    align: "right",
    cell: ({ id, confirmed }) => (
      <FigureLink
        value={confirmed}
        to={`/posts/notices/${id}#people`}
        label={`已聘用 ${confirmed} 人`}
      />
    ),
  },
];
