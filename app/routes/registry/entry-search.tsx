import { Form, useSearchParams } from "@remix-run/react";
import type { EntryLine } from "~/data/registry/entry-view.server";
import { POVERTY_STATUS_LABELS } from "~/domain/people/poverty-status";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import type { RegionChoice } from "~/ui/forms/region-picker";
import { TextField } from "~/ui/forms/text-field";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";

type Row = Omit<EntryLine, "key">;

interface EntrySearchProps {
  readonly entries: {
    readonly rows: readonly Row[];
    readonly before: string | null;
    readonly after: string | null;
  };
  readonly counties: readonly RegionChoice[];
  readonly size: number;
}

/** The people of a snapshot; a number typed in full travels in the body of a post, never in an address. */
export function EntrySearch({ entries, counties, size }: EntrySearchProps) {
  const [search] = useSearchParams();
  const names = new Map(counties.map(({ code, name }) => [code, name]));
  return (
    <Card title="人员">
      <Form method="post" role="search" className="mb-3 flex flex-wrap items-end gap-3">
        <TextField
          name="q"
          label="姓名、拼音首字母或完整身份证号"
          type="search"
          defaultValue={search.get("q") ?? ""}
          maxLength={40}
          className="w-full sm:w-80"
        />
        <SubmitButton name="intent" value="search" icon="search" pendingLabel="正在查询…">
          查询
        </SubmitButton>
      </Form>
      <DataTable
        caption="建档立卡人员"
        columns={columns(names)}
        rows={entries.rows}
        rowKey={(row) => String(row.sheetRow)}
        empty={
          <EmptyState title="没有符合条件的人" icon="search">
            姓名和拼音首字母按开头查找；身份证号须是完整的 18 位。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "key", before: entries.before, after: entries.after }}
        size={size}
        unit="人"
      />
    </Card>
  );
}

function columns(names: ReadonlyMap<string, string>): readonly Column<Row>[] {
  return [
    { key: "name", header: "姓名", cell: (row) => row.name, isRowHeader: true },
    {
      key: "id",
      header: "身份证号",
      cell: (row) => <span className="font-mono tabular-nums">{row.maskedId}</span>,
    },
    {
      key: "place",
      header: "所在地",
      cell: (row) => `${names.get(row.countyCode) ?? ""}${row.township}${row.village}`,
    },
    { key: "head", header: "户主", cell: (row) => `${row.householdHead}（${row.relationToHead}）` },
    {
      key: "category",
      header: "脱贫属性",
      cell: (row) => (row.category === null ? "未列明类别" : POVERTY_STATUS_LABELS[row.category]),
    },
    { key: "year", header: "脱贫年度", cell: (row) => row.liftedYear ?? "—" },
    { key: "row", header: "文件行号", align: "right", cell: (row) => row.sheetRow },
  ];
}
