import { Link } from "@remix-run/react";
import type { RetentionFigures } from "~/data/placements/retention-page-view.server";
import {
  RETENTION_STATE_LABELS,
  RETENTION_STATES,
  type MilestoneMonths,
  type RetentionState,
} from "~/domain/placements/retention-state";
import { classNames } from "~/ui/class-names";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

export interface Figure {
  readonly months: MilestoneMonths;
  readonly state: RetentionState;
}

interface BoardProps {
  readonly figures: readonly RetentionFigures[];
  readonly chosen: Figure;
  /** What else the address says and every figure's link keeps. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Milestones by how people stand before them; every figure opens its list below. */
export function RetentionBoardTable({ figures, chosen, kept }: BoardProps) {
  const columns: readonly Column<RetentionFigures>[] = [
    {
      key: "months",
      header: "人数",
      isRowHeader: true,
      cell: ({ months }) => `满 ${months} 个月`,
    },
    ...RETENTION_STATES.map((state) => ({
      key: state,
      header: RETENTION_STATE_LABELS[state],
      className: "whitespace-normal md:whitespace-nowrap",
      align: "right" as const,
      cell: ({ months, counts }: RetentionFigures) => {
        const isChosen = months === chosen.months && state === chosen.state;
        return (
          <Link
            to={figureAddress({ months, state }, kept)}
            aria-current={isChosen ? "true" : undefined}
            className={classNames(
              "inline-block rounded px-2 hover:underline",
              isChosen ? "bg-brand-600 font-semibold text-white" : "text-brand-600",
            )}
          >
            {counts[state]}
          </Link>
        );
      },
    })),
  ];
  return (
    <div className="mb-4">
      <DataTable
        caption="稳定就业人数"
        columns={columns}
        rows={figures}
        rowKey={({ months }) => String(months)}
        empty="没有可统计的县"
        tall={false}
      />
    </div>
  );
}

function figureAddress({ months, state }: Figure, kept: BoardProps["kept"]): string {
  const search = { months: String(months), state, ...kept };
  return `/retention?${new URLSearchParams(search).toString()}`;
}
