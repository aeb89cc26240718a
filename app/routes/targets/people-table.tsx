import type { PlacedPerson } from "~/data/targets/people-view.server";
import type { KeyPage } from "~/domain/shared/key-page";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";

const NAME: Column<PlacedPerson> = {
  key: "name",
  header: "姓名",
  isRowHeader: true,
  cell: (row) => row.name,
};

const COUNTY: Column<PlacedPerson> = {
  key: "county",
  header: "县（市、区）",
  cell: (row) => row.countyName,
};

const COLUMNS: readonly Column<PlacedPerson>[] = [
  { key: "id", header: "身份证号", cell: (row) => row.maskedId },
  { key: "employer", header: "用人单位", cell: (row) => row.employerName },
  { key: "workplace", header: "工作地点", cell: (row) => row.workplaceName },
  { key: "from", header: "上岗日期", cell: (row) => row.startedOn },
  { key: "to", header: "离岗日期", cell: (row) => row.endedOn ?? "在岗" },
];

const REASONS: Column<PlacedPerson> = {
  key: "reasons",
  header: "未计入原因",
  className: "min-w-[11rem] whitespace-normal",
  cell: ({ reasons }) => <Reasons reasons={reasons} />,
};

interface PeopleTableProps {
  readonly caption: string;
  readonly page: KeyPage<PlacedPerson>;
  readonly withReasons: boolean;
  /** Of several counties, each row says which. */
  readonly withCounty: boolean;
  readonly size: number;
  readonly total: number;
  readonly unit: string;
}

/** The placements behind a figure, each a link to its line of the ledger. */
export function PeopleTable(props: PeopleTableProps) {
  const { caption, page, withReasons, withCounty, size, total, unit } = props;
  return (
    <>
      <DataTable
        caption={caption}
        columns={[
          NAME,
          ...(withCounty ? [COUNTY] : []),
          ...(withReasons ? [REASONS] : []),
          ...COLUMNS,
        ]}
        rows={page.rows}
        rowKey={(row) => row.placementId}
        rowHref={(row) => `/placements/${row.placementId}`}
        empty={
          <EmptyState title="名单为空" icon="people">
            截至所选日期，没有这一类人员。转移就业由县级经办人在台账中登记。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "key", before: page.before, after: page.after }}
        size={size}
        total={total}
        unit={unit}
      />
    </>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return "已计入";
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
