import { Link } from "@remix-run/react";
import type { AreaTotals } from "~/data/posts/board-totals-view.server";
import {
  BOARD_STATE_LABELS,
  BOARD_STATES,
  boardStateName,
  UNWRITTEN,
  type BoardFilter,
  type BoardState,
} from "~/domain/posts/board";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { boardHref } from "./board-address";

interface BoardAreaTableProps {
  readonly filter: BoardFilter;
  readonly by: "county" | "village";
  readonly areas: readonly AreaTotals[];
}

/** The posts county by county or village by village, each figure with its list, and all of them together. */
export function BoardAreaTable({ filter, by, areas }: BoardAreaTableProps) {
  return (
    <DataTable
      caption={`${filter.year} 年${by === "county" ? "各县岗位" : "各村岗位"}`}
      columns={columnsOf(filter, by)}
      rows={areas}
      rowKey={(row) => `${row.countyCode} ${row.township} ${row.village}`}
      rowHref={(row) => boardHref({ ...filter, ...placeOf(row, by), state: "all" })}
      empty={
        <EmptyState title="没有符合条件的岗位" icon="placement">
          换一个年度或放宽条件再查。
        </EmptyState>
      }
      footer={areas.length > 1 && <WholeRow filter={filter} areas={areas} />}
    />
  );
}

function columnsOf(filter: BoardFilter, by: "county" | "village"): readonly Column<AreaTotals>[] {
  const name = ({ countyName, township, village }: AreaTotals) =>
    by === "county" ? countyName : `${countyName} ${township} ${village || "（未填村）"}`;
  return [
    { key: "area", header: by === "county" ? "县（市、区）" : "村", isRowHeader: true, cell: name },
    ...BOARD_STATES.map((state): Column<AreaTotals> => ({
      ...{ key: state, header: headerOf(state, filter.year), align: "right" },
      className: "whitespace-normal",
      cell: (row) => (
        <Figure
          value={row[state]}
          to={boardHref({ ...filter, ...placeOf(row, by), state })}
          label={`${name(row)}${boardStateName({ ...filter, state })} ${row[state]} 人，打开名单`}
        />
      ),
    })),
  ];
}

function headerOf(state: BoardState, year: number): string {
  if (state === "all") return `${year} 年岗位（人）`;
  return state === "ended" ? `${year} 年${BOARD_STATE_LABELS.ended}` : BOARD_STATE_LABELS[state];
}

function placeOf({ countyCode: county, township, village }: AreaTotals, by: "county" | "village") {
  if (by === "county") return { county };
  return { county, township: township || UNWRITTEN, village: village || UNWRITTEN };
}

function WholeRow({ filter, areas }: Pick<BoardAreaTableProps, "filter" | "areas">) {
  return (
    <tr className="bg-slate-50">
      <th scope="row" className="data-cell sticky left-0 bg-slate-50 text-left">
        合计
      </th>
      {BOARD_STATES.map((state) => {
        const value = areas.reduce((sum, area) => sum + area[state], 0);
        const label = `合计${boardStateName({ ...filter, state })} ${value} 人，打开名单`;
        return (
          <td key={state} className="data-cell text-right tabular-nums">
            <Figure value={value} to={boardHref({ ...filter, state })} label={label} />
          </td>
        );
      })}
    </tr>
  );
}

/** Nought has no list to open. */
function Figure(props: { readonly value: number; readonly to: string; readonly label: string }) {
  if (props.value === 0) return 0;
  return (
    <Link to={props.to} aria-label={props.label} className="text-brand-600 hover:underline">
      {props.value}
    </Link>
  );
}
