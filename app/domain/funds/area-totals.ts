import {
  moneyOf,
  unitOf,
  type Allocation,
  type AllocationCell,
  type AllocationRow,
} from "./allocation";

/** What an area was given over all tables of a year, in fen. */
export interface AreaTotal {
  readonly areaCode: string;
  readonly inTable: number;
  /** Told beside the tables, in none of their sums. */
  readonly offTable: number;
  /** Of what stands in tables: for labour projects. */
  readonly labour: number;
}

type Row = AllocationRow & { readonly id: string };
type Table = Allocation<Row> & { readonly parentRowId: string | null };

/**
 * Adds up what each area was given. A line that a lower table divides counts by its parts, not twice; a line without an
 * area (the pillars of a province) counts for none.
 */
export function areaTotals(tables: readonly Table[]): readonly AreaTotal[] {
  const divided = new Set(tables.map(({ parentRowId }) => parentRowId));
  const beside = new Set(
    tables.flatMap(({ rows }) => rows.filter((row) => row.isOffTable).map(({ id }) => id)),
  );
  const totals = new Map<string, AreaTotal>();
  for (const table of tables) {
    for (const row of table.rows) {
      const { areaCode } = row;
      if (areaCode === null || divided.has(row.id)) continue;
      const was = totals.get(areaCode) ?? { areaCode, inTable: 0, offTable: 0, labour: 0 };
      const money = moneyOf(table, row);
      // The parts of a line beside the table stand beside it as well.
      const isOffTable = row.isOffTable || beside.has(table.parentRowId ?? "");
      totals.set(areaCode, {
        areaCode,
        inTable: was.inTable + (isOffTable ? 0 : money),
        offTable: was.offTable + (isOffTable ? money : 0),
        labour: was.labour + (isOffTable ? 0 : labourOf(table, row.cells)),
      });
    }
  }
  return [...totals.values()].sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1));
}

function labourOf(table: Allocation, cells: readonly AllocationCell[]): number {
  const labour = new Set(table.projects.filter((one) => one.isLabour).map(({ key }) => key));
  return cells
    .filter((cell) => labour.has(cell.projectKey) && unitOf(table, cell) === "FEN")
    .reduce((sum, { amount }) => sum + amount, 0);
}
