import { Link } from "@remix-run/react";
import type { MatrixCell, MatrixRow } from "~/data/targets/reconciliation-matrix-view.server";
import type { Measure } from "~/domain/targets/measure";
import { TURN_LABELS } from "~/domain/targets/reconciliation";
import { monthLabel, monthsOfYear } from "~/domain/targets/reconciliation-month";
import { Icon } from "~/ui/icon";
import type { Column } from "~/ui/tables/column";

/** A column a month; each cell leads to its reconciliation. */
export function matrixColumns(year: number, measure: Measure): Column<MatrixRow>[] {
  return [
    { key: "county", header: "县（市、区）", isRowHeader: true, cell: (row) => row.countyName },
    { key: "district", header: "结对区", cell: (row) => row.districtName },
    ...monthsOfYear(year).map((month, at): Column<MatrixRow> => {
      const name = `${at + 1} 月`;
      return {
        ...{ key: month, header: name, align: "center" },
        cell: (row) => <Month row={row} cell={row.cells[at]} measure={measure} />,
      };
    }),
  ];
}

interface MonthProps {
  readonly row: MatrixRow;
  readonly cell: MatrixCell | undefined;
  readonly measure: Measure;
}

function Month({ row, cell, measure }: MonthProps) {
  switch (cell?.kind) {
    case undefined:
    case "unpaired":
      return <Quiet said="未结对" />;
    case "running":
      return <Quiet said="未到" />;
    case "none":
      return <NotBegun row={row} cell={cell} measure={measure} />;
    case "open":
    case "locked":
      return <Begun row={row} cell={cell} />;
  }
}

function Quiet({ said }: { readonly said: string }) {
  return <span className="text-xs text-slate-500">{said}</span>;
}

function NotBegun({ row, cell, measure }: MonthProps & { readonly cell: MatrixCell }) {
  if (!cell.mayOpen) return <span className="text-xs text-slate-600">未发起</span>;
  const pair = `${row.countyCode}-${row.districtCode}`;
  const search = new URLSearchParams({ pair, month: cell.month.slice(0, 7), measure });
  return (
    <Link
      to={`/reconciliations/new?${search.toString()}`}
      aria-label={`发起${row.countyName}—${row.districtName} ${monthLabel(cell.month)}对账`}
      className="text-brand-600 underline"
    >
      发起
    </Link>
  );
}

function Begun({ row, cell }: { readonly row: MatrixRow; readonly cell: MatrixCell }) {
  const figure = (value: number | null) => (value === null ? "—" : String(value));
  const figures = `${figure(cell.countyFigure)} / ${figure(cell.districtFigure)}`;
  const isLocked = cell.kind === "locked";
  return (
    <span className="inline-flex flex-col items-center leading-5">
      <Link
        to={`/reconciliations/${cell.id ?? ""}`}
        aria-label={`${row.countyName}—${row.districtName} ${monthLabel(cell.month)}：${figures}`}
        className="font-medium tabular-nums text-brand-600 underline"
      >
        {figures}
      </Link>
      <span
        className={
          isLocked
            ? "inline-flex items-center gap-1 text-xs text-green-800"
            : "text-xs text-amber-900"
        }
      >
        {isLocked && <Icon name="lock" className="h-3 w-3" />}
        {isLocked ? lockedWords(cell) : openWords(cell)}
      </span>
    </span>
  );
}

function lockedWords({ countyFigure, districtFigure }: MatrixCell): string {
  const difference = (countyFigure ?? 0) - (districtFigure ?? 0);
  return difference === 0 ? "已锁定" : `已锁定，差 ${Math.abs(difference)}`;
}

function openWords({ turns, openLines }: MatrixCell): string {
  if (openLines > 0) return `待说明 ${openLines} 人`;
  return turns.length > 1 ? "待双方签字" : turns.map((turn) => TURN_LABELS[turn]).join("");
}
