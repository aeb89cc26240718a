import { isWithin, toRegionCode } from "../shared/region-code";
import { moneyOf, unitOf, type Allocation, type AllocationRow } from "./allocation";
import type { Balance } from "./balance";
import type { ParentLine, ParentShare } from "./balance-slots";

/** A line that a lower table divides, with what the division has to keep to. */
export interface DividedLine extends ParentLine {
  readonly areaCode: string | null;
  readonly year: number;
}

/** The line of a table as a lower one divides it; its projects go by their names, for keys are each table's own. */
export function dividedLine(
  table: Allocation & { readonly year: number },
  row: AllocationRow,
): DividedLine {
  return {
    label: `上级下达 · ${row.unitName}`,
    ...{ amount: moneyOf(table, row), areaCode: row.areaCode, year: table.year },
    shares: sharesOf(table, row),
  };
}

/** None where the line names no project: then nothing is said of what it is for. */
function sharesOf(table: Allocation, row: AllocationRow): readonly ParentShare[] {
  const money = row.cells.filter((cell) => unitOf(table, cell) === "FEN");
  const sumOf = (keys: readonly string[]) =>
    money
      .filter(({ projectKey }) => keys.includes(projectKey))
      .reduce((sum, { amount }) => sum + amount, 0);
  const named = table.projects.filter(({ key }) =>
    money.some(({ projectKey }) => projectKey === key),
  );
  if (named.length === 0) return [];
  const labels = [...new Set(named.map(({ label }) => label))];
  const labour = table.projects.filter(({ isLabour }) => isLabour).map(({ key }) => key);
  return [
    ...labels.map((project) => {
      const keys = named.filter(({ label }) => label === project).map(({ key }) => key);
      return { project, amount: sumOf(keys) };
    }),
    { project: null, amount: sumOf(labour) },
  ];
}

export type DivisionProblem =
  | { readonly kind: "divisionYear"; readonly year: number }
  /** A unit beside the line's area, or beside the table. */
  | { readonly kind: "divisionArea" | "divisionOffTable"; readonly unitName: string };

/** Why a table cannot divide the line, its sums aside. */
export function divisionProblem(
  parent: DividedLine,
  { year, rows }: { readonly year: number; readonly rows: readonly AllocationRow[] },
): DivisionProblem | null {
  if (year !== parent.year) return { kind: "divisionYear", year: parent.year };
  const beside = rows.find(({ isOffTable }) => isOffTable);
  if (beside !== undefined) return { kind: "divisionOffTable", unitName: beside.unitName };
  const area = toRegionCode(parent.areaCode ?? "");
  const outside = rows.find(({ areaCode }) => {
    const own = toRegionCode(areaCode ?? "");
    return area === null || own === null || !isWithin(own, area);
  });
  return outside === undefined ? null : { kind: "divisionArea", unitName: outside.unitName };
}

/** Whether it comes to what was given; no reason explains a division away that does not. */
export function comesToParent({ wrong }: Balance): boolean {
  return wrong.every(({ key }) => key !== "parent" && !key.startsWith("parent:"));
}
