import type { QuotaRow } from "~/data/posts/quota-list-view.server";
import { POST_KIND_LABELS } from "~/domain/posts/post";
import { HOLDER_GROUPS, quotaArea, type HolderGroup } from "~/domain/posts/quota";
import { yuanText } from "~/domain/shared/fen";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { FigureLink } from "./figure-link";

function figure(key: Exclude<HolderGroup, "all">): Column<QuotaRow> {
  return {
    key,
    header: HOLDER_GROUPS[key],
    align: "right",
    cell: (row) => (
      <FigureLink
        value={row[key]}
        to={`/posts/quotas/${row.id}?group=${key}`}
        label={`${row.title}${HOLDER_GROUPS[key]} ${row[key]} 人`}
      />
    ),
  };
}

/** The columns of the list of quotas; every figure opens the people behind it. */
export const QUOTA_COLUMNS: readonly Column<QuotaRow>[] = [
  { key: "title", header: "岗位", isRowHeader: true, cell: ({ title }) => title },
  { key: "kind", header: "类别", cell: ({ kind }) => POST_KIND_LABELS[kind] },
  { key: "county", header: "县（市、区）", cell: ({ countyName }) => countyName },
  { key: "area", header: "乡镇、村", cell: quotaArea },
  { key: "posts", header: "岗位数", align: "right", cell: ({ posts }) => posts },
  figure("serving"),
  figure("confirmed"),
  figure("proposed"),
  {
    key: "rate",
    header: "月标准",
    align: "right",
    cell: ({ monthlyRateFen }) => yuanText(monthlyRateFen),
  },
  { key: "fund", header: "资金来源", cell: ({ fundSource }) => fundSource },
  { key: "document", header: "文号", cell: ({ documentNumber }) => documentNumber },
  { key: "days", header: "期限", cell: ({ fromOn, toOn }) => `${fromOn} 至 ${toOn}` },
  {
    key: "state",
    header: "状态",
    cell: ({ isClosed }) =>
      isClosed ? (
        <StateBadge label="已关闭" tone="neutral" />
      ) : (
        <StateBadge label="使用中" tone="success" />
      ),
  },
];
