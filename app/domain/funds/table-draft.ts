import {
  columnLabel,
  projectLabel,
  unitOf,
  type Allocation,
  type AllocationCell,
} from "./allocation";
import { amountDigits, type MoneyUnit } from "./allocation-amount";
import type { AllocationDraft, DraftLine } from "./allocation-draft";

/** A table as the template writes it: a unit's further projects stand in lines of their own below its first. */
export function draftOfTable(
  table: Allocation,
  { money, areaName }: { readonly money: MoneyUnit; readonly areaName: (code: string) => string },
): AllocationDraft {
  const figure = (amount: number | null, unit: "FEN" | "COUNT" | "PERCENT" = "FEN") =>
    amount === null ? "" : amountDigits(amount, unit, money);
  return {
    declared: figure(table.declaredTotal),
    columns: table.columns.map(({ label, unit, declared }) => ({
      label: labelWithUnit(label, unit),
      declared: figure(declared, unit),
    })),
    projects: table.projects.map(({ label, clause, isLabour, declared }) => {
      return { label, clause, isLabour, declared: figure(declared) };
    }),
    lines: table.rows.flatMap((row) =>
      linesOfCells(row.cells).map((cells, at): DraftLine => {
        const isFirst = at === 0;
        const amountIn = (key: string) => cells.find(({ columnKey }) => columnKey === key);
        const [cell] = cells;
        return {
          unitName: isFirst ? row.unitName : "",
          area: isFirst && row.areaCode !== null ? areaName(row.areaCode) : "",
          declared: row.isOffTable
            ? figure(cell?.amount ?? 0)
            : figure(isFirst ? row.declaredTotal : null),
          amounts: table.columns.map(({ key }) => {
            const one = amountIn(key);
            return one === undefined ? "" : figure(one.amount, unitOf(table, one));
          }),
          project: projectLabel(table, cell?.projectKey ?? ""),
          ...{ functionCode: cell?.functionCode ?? "", economicCode: cell?.economicCode ?? "" },
          ...{ isOffTable: row.isOffTable, note: isFirst ? row.note : "" },
        };
      }),
    ),
  };
}

/** Cells that can share a line: of one project and the same codes, each in a column of its own. */
function linesOfCells(cells: readonly AllocationCell[]): readonly (readonly AllocationCell[])[] {
  const lines: AllocationCell[][] = [];
  for (const cell of cells) {
    const fits = lines.find((line) => {
      const [first] = line;
      return (
        first?.projectKey === cell.projectKey &&
        first.functionCode === cell.functionCode &&
        first.economicCode === cell.economicCode &&
        line.every(({ columnKey }) => columnKey !== cell.columnKey)
      );
    });
    if (fits === undefined) lines.push([cell]);
    else fits.push(cell);
  }
  return lines;
}

function labelWithUnit(label: string, unit: "FEN" | "COUNT" | "PERCENT"): string {
  if (/[（(][^（(]+[)）]$/.test(label) || unit === "FEN") return label;
  return `${label}${unit === "COUNT" ? "（个）" : "（%）"}`;
}

/** Where a figure stands, as a mark of the page: of=cell-3-0. */
export function cellName(table: Allocation, cell: AllocationCell, unitName: string): string {
  const parts = [
    unitName,
    columnLabel(table, cell.columnKey),
    projectLabel(table, cell.projectKey),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}
