import { Link } from "@remix-run/react";
import type { PlacedPeople, PlacedPerson } from "~/data/employers/placed-people-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";

const COLUMNS: readonly Column<PlacedPerson>[] = [
  {
    key: "name",
    header: "姓名",
    isRowHeader: true,
    cell: ({ placementId, name }) => (
      <Link to={`/placements/${placementId}`} className="text-brand-600 hover:underline">
        {name}
      </Link>
    ),
  },
  {
    key: "number",
    header: "身份证号",
    cell: (row) => <span className="font-mono tabular-nums">{row.maskedId || "—"}</span>,
  },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  { key: "employer", header: "用人单位", cell: (row) => row.employerName },
  { key: "workplace", header: "工作地", cell: (row) => row.workplaceName },
  { key: "from", header: "上岗", align: "right", cell: (row) => row.startedOn },
  { key: "to", header: "离岗", align: "right", cell: (row) => row.endedOn ?? "在岗" },
];

interface PlacedPeopleCardProps {
  readonly title: string;
  readonly people: PlacedPeople;
  readonly size: number;
  /** How somebody comes to stand here. */
  readonly hint: string;
  /** The form that enters somebody here; null for whoever may not. */
  readonly enter: string | null;
}

/** The people placed through something, of the reader's counties. */
export function PlacedPeopleCard({ title, people, size, hint, enter }: PlacedPeopleCardProps) {
  const { rows, total, page, pageCount } = people;
  return (
    <section id="people" aria-label={title}>
      <Card
        title={title}
        note={`您的地区 ${total} 人`}
        actions={
          enter !== null && (
            <ButtonLink to={enter} size="small" icon="plus">
              登记就业人员
            </ButtonLink>
          )
        }
        flush
      >
        <DataTable
          caption={title}
          columns={COLUMNS}
          rows={rows}
          rowKey={(row) => row.placementId}
          tall={false}
          empty={
            <EmptyState title="还没有您地区的人" icon="people">
              {hint}
            </EmptyState>
          }
        />
      </Card>
      {pageCount > 1 && (
        <Pager position={{ by: "page", page, pageCount }} size={size} total={total} unit="人" />
      )}
    </section>
  );
}
