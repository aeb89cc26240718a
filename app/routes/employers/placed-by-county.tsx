import type { CountyOfPlaced } from "~/data/employers/employer-ties-view.server";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { FigureLink } from "./employer-columns";

interface PlacedByCountyProps {
  readonly employerId: string;
  readonly counties: readonly CountyOfPlaced[];
}

/** How many people of each of the reader's counties an employer has and had. */
export function PlacedByCounty({ employerId, counties }: PlacedByCountyProps) {
  return (
    <Card title="在本单位就业的人员" note="只计您地区范围内的人" flush>
      <DataTable
        caption="各县在本单位就业的人数"
        columns={countyColumns(employerId)}
        rows={counties}
        rowKey={(row) => row.countyCode}
        tall={false}
        empty={
          <EmptyState title="您的地区还没有人在这家单位就业" icon="people">
            登记或导入转移就业台账后，列在这里。
          </EmptyState>
        }
      />
    </Card>
  );
}

function countyColumns(employerId: string): readonly Column<CountyOfPlaced>[] {
  const listOf = (county: string, state: string) =>
    `/placements?employer=${employerId}&county=${county}&state=${state}`;
  return [
    { key: "county", header: "县（市、区）", isRowHeader: true, cell: (row) => row.countyName },
    {
      key: "atWork",
      header: "在岗人数",
      align: "right",
      cell: ({ countyCode, countyName, atWork }) => (
        <FigureLink
          value={atWork}
          to={listOf(countyCode, "inWork")}
          label={`${countyName}在岗 ${atWork} 人`}
        />
      ),
    },
    {
      key: "ever",
      header: "登记过的台账行",
      align: "right",
      cell: ({ countyCode, countyName, everPlaced }) => (
        <FigureLink
          value={everPlaced}
          to={listOf(countyCode, "all")}
          label={`${countyName}的台账 ${everPlaced} 行`}
        />
      ),
    },
  ];
}
