import { withoutBlanks } from "../shared/cell-text";
import { OFF_TABLE_COLUMN, projectLabel, type Allocation, type AllocationRow } from "./allocation";
import { amountText } from "./allocation-amount";
import { cellDifferences, type CopyDifference } from "./copy-cells";
import { placeOfKey, type RowOrigin } from "./draft-places";

export interface Copy {
  readonly table: Allocation;
  readonly origins: readonly RowOrigin[];
}

/**
 * A copy beside the table it is of, figure by figure: amounts, codes, areas, sums, what is labour and what stands beside
 * the table. Rows go by their unit, columns and projects by their names. A sum the copy leaves out is no difference.
 */
export function copyDifferences(
  original: Allocation,
  copy: Copy,
  areaName: (code: string) => string,
): readonly CopyDifference[] {
  const columns = columnsOf(original, copy.table);
  const pairs = pairedRows(original.rows, copy.table.rows);
  return [
    ...sumDifferences(original, copy.table, columns),
    ...pairs.flatMap(({ row, copied, at }) => {
      const origin = copy.origins[at];
      if (copied === null || origin === undefined) return row === null ? [] : [missing(row)];
      const field = (part: string) => `line-${origin.line}-${part}`;
      if (row === null) {
        const label = `${copied.unitName}${copied.isOffTable ? "（表外）" : ""}`;
        return [{ field: field("unit"), label, copy: "有这一行", original: "没有这一行" }];
      }
      const area =
        row.areaCode === null || row.areaCode === copied.areaCode
          ? []
          : [
              {
                ...{ field: field("area"), label: `${row.unitName} · 归属地区` },
                copy: copied.areaCode === null ? "没有" : areaName(copied.areaCode),
                original: areaName(row.areaCode),
              },
            ];
      const total = differing(field("declared"), `${row.unitName} · 合计`, [
        copied.declaredTotal,
        row.declaredTotal,
      ]);
      const names = { original, copy: copy.table, columns };
      return [...area, ...total, ...cellDifferences(row, copied, { ...names, origin })];
    }),
  ];
}

const missing = ({ unitName, isOffTable }: AllocationRow): CopyDifference => ({
  ...{ field: "line-0-unit", label: `${unitName}${isOffTable ? "（表外）" : ""}` },
  ...{ copy: "没有这一行", original: "有这一行" },
});

/** Of each column of the table the copy's: the one of the same name, else the one at the same place. */
function columnsOf(original: Allocation, copy: Allocation): ReadonlyMap<string, string> {
  const plain = (label: string) => withoutBlanks(label).replace(/[（(][^（(]*[)）]$/, "");
  const pairs = original.columns.map(({ key, label }, at): [string, string] => {
    const same = copy.columns.find((one) => plain(one.label) === plain(label));
    return [key, (same ?? copy.columns[at])?.key ?? ""];
  });
  return new Map([...pairs, [OFF_TABLE_COLUMN, OFF_TABLE_COLUMN]]);
}

interface Pair {
  readonly row: AllocationRow | null;
  readonly copied: AllocationRow | null;
  /** Where in the copy. */
  readonly at: number;
}

/** Rows of one unit, in the table or beside it, are paired in their order. */
function pairedRows(
  rows: readonly AllocationRow[],
  copies: readonly AllocationRow[],
): readonly Pair[] {
  const key = ({ unitName, isOffTable }: AllocationRow) =>
    `${withoutBlanks(unitName)} ${String(isOffTable)}`;
  const left = copies.map((copied, at) => ({ copied, at }));
  const pairs = rows.map((row): Pair => {
    const index = left.findIndex(({ copied }) => key(copied) === key(row));
    const [found] = index < 0 ? [] : left.splice(index, 1);
    return { row, copied: found?.copied ?? null, at: found?.at ?? -1 };
  });
  return [...pairs, ...left.map(({ copied, at }) => ({ row: null, copied, at }))];
}

function sumDifferences(
  original: Allocation,
  copy: Allocation,
  columns: ReadonlyMap<string, string>,
): readonly CopyDifference[] {
  const ofColumns = original.columns.flatMap(({ key, label, unit, declared }) => {
    const own = copy.columns.find((one) => one.key === columns.get(key));
    if (own === undefined) return [];
    const field = `column-${placeOfKey(own.key)}-declared`;
    return differing(field, `合计行 · ${label}`, [own.declared, declared], unit);
  });
  const ofProjects = original.projects.flatMap(({ label, declared, isLabour, key }) => {
    const own = copy.projects.find((one) => one.label === projectLabel(original, key));
    if (own === undefined) return [];
    const field = `project-${placeOfKey(own.key)}`;
    const said = (is: boolean) => (is ? "属于劳务协作" : "不属于劳务协作");
    const mark =
      own.isLabour === isLabour
        ? []
        : [
            {
              ...{ field: `${field}-labour`, label: `项目 · ${label}` },
              ...{ copy: said(own.isLabour), original: said(isLabour) },
            },
          ];
    const sums = [own.declared, declared] as const;
    return [...differing(`${field}-declared`, `项目 · ${label} · 合计`, sums), ...mark];
  });
  const totals = [copy.declaredTotal, original.declaredTotal] as const;
  return [...differing("declared", "总计", totals), ...ofColumns, ...ofProjects];
}

function differing(
  field: string,
  label: string,
  [copy, original]: readonly [number | null, number | null],
  unit: "FEN" | "COUNT" | "PERCENT" = "FEN",
): readonly CopyDifference[] {
  if (copy === null || copy === original) return [];
  const said = (amount: number | null) => (amount === null ? "没有写" : amountText(amount, unit));
  return [{ field, label, copy: said(copy), original: said(original) }];
}
