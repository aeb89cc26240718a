import type { QuotaRow } from "~/data/posts/quota-list-view.server";
import { POST_KIND_LABELS } from "~/domain/posts/post";
import {
  HOLDER_GROUPS,
  QUOTA_STANDING_LABELS,
  quotaArea,
  type HolderGroup,
} from "~/domain/posts/quota";
import { yuanText } from "~/domain/shared/fen";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { FigureLink } from "~/ui/tables/figure-link";

const TONES = { open: "success", later: "info", over: "neutral", closed: "neutral" } as const;

/** A figure of a day long past opens nothing: a quota's page lists who is in the post today. */
function figure(key: Exclude<HolderGroup, "all">, isLinked: boolean): Column<QuotaRow> {
  return {
    key,
    header: HOLDER_GROUPS[key],
    align: "right",
    cell: (row) =>
      isLinked ? (
        <FigureLink
          value={row[key]}
          to={`/posts/quotas/${row.id}?group=${key}`}
          label={`${row.title}${HOLDER_GROUPS[key]} ${row[key]} 人`}
        />
      ) : (
        row[key]
      ),
  };
}

/** The columns of the list of quotas; every figure opens the people behind it, 在岗 only as of today. */
export const quotaColumns = (isToday: boolean): readonly Column<QuotaRow>[] => [
  {
    key: "title",
    header: "岗位（类别）",
    isRowHeader: true,
    cell: ({ title, kind }) => `${title}（${POST_KIND_LABELS[kind]}）`,
  },
  {
    key: "area",
    header: "县、乡镇、村",
    className: "min-w-[7rem] whitespace-normal",
    cell: (row) => `${row.countyName} ${quotaArea(row)}`,
  },
  {
    key: "state",
    header: "状态",
    cell: ({ standing }) => (
      <StateBadge label={QUOTA_STANDING_LABELS[standing]} tone={TONES[standing]} />
    ),
  },
  { key: "posts", header: "岗位数", align: "right", cell: ({ posts }) => posts },
  figure("serving", isToday),
  figure("confirmed", true),
  figure("proposed", true),
  {
    key: "rate",
    header: "月标准",
    align: "right",
    cell: ({ monthlyRateFen }) => yuanText(monthlyRateFen),
  },
  {
    key: "document",
    header: "资金来源、文号、期限",
    className: "min-w-[14rem] whitespace-normal",
    cell: ({ fundSource, documentNumber, fromOn, toOn }) => (
      <>
        <span className="block">{`${fundSource}，${documentNumber}`}</span>
        <span className="block text-slate-700">{`${fromOn} 至 ${toOn}`}</span>
      </>
    ),
  },
];
