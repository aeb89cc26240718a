import type { FoundLine } from "~/data/rosters/line-search-view.server";
import type { RosterListPage } from "~/data/rosters/roster-list-view.server";
import type { KeyPage } from "~/domain/shared/key-page";
import { EmptyState } from "~/ui/display/empty-state";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import type { Sort } from "~/ui/tables/sort-address";
import { FOUND_COLUMNS, ROSTER_COLUMNS } from "./roster-columns";

interface RosterTableProps {
  readonly list: RosterListPage;
  readonly sort: Sort | null;
  readonly size: number;
}

export function RosterTable({ list, sort, size }: RosterTableProps) {
  const { page, pageCount, total, rows } = list;
  return (
    <>
      <DataTable
        caption="花名册"
        columns={ROSTER_COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/rosters/${row.id}`}
        sort={sort ?? { key: "updated", direction: "descending" }}
        empty={
          <EmptyState title="没有符合条件的花名册" icon="roster">
            由县级经办人登记培训班后导入。
          </EmptyState>
        }
      />
      <Pager position={{ by: "page", page, pageCount }} size={size} total={total} unit="份" />
    </>
  );
}

interface FoundTableProps {
  readonly lines: KeyPage<FoundLine>;
  readonly size: number;
}

export function FoundTable({ lines, size }: FoundTableProps) {
  const { before, after, rows } = lines;
  return (
    <>
      <DataTable
        caption="查找到的学员"
        columns={FOUND_COLUMNS}
        rows={rows}
        rowKey={(line) => line.id}
        rowHref={(line) => `/rosters/${line.rosterId}?line=${line.id}`}
        empty={
          <EmptyState title="没有找到学员" icon="search">
            姓名从第一个字起查找，也可以输入拼音首字母或完整身份证号。
          </EmptyState>
        }
      />
      <Pager position={{ by: "key", before, after }} size={size} unit="人" />
    </>
  );
}
