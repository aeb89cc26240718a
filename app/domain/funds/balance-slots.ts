import { columnLabel, projectLabel, unitOf, type Allocation, type ColumnUnit } from "./allocation";

/** Where a figure of a table stands: a cell, or a sum that the document states. */
export type SlotPlace =
  | { readonly kind: "cell"; readonly row: number; readonly cell: number }
  | { readonly kind: "rowTotal"; readonly row: number }
  | { readonly kind: "columnTotal"; readonly key: string }
  | { readonly kind: "projectTotal"; readonly key: string }
  | { readonly kind: "total" }
  /** The line of the higher table that this one divides: given, never at fault here. */
  | { readonly kind: "parent" };

export interface Slot {
  readonly place: SlotPlace;
  /** 宣威市 · 市级统筹部分 · 贫困劳动力转移就业 */
  readonly label: string;
  readonly unit: ColumnUnit;
  readonly value: number;
  /** Of a cell: whose it is and what it belongs to. */
  readonly row: number | null;
  readonly columnKey: string;
  readonly projectKey: string;
}

/** The line of a higher table that a table divides. */
export interface ParentLine {
  readonly label: string;
  /** Fen. */
  readonly amount: number;
  /** What of it is for a project, and for labour cooperation: the parts must come to these too. */
  readonly shares: readonly ParentShare[];
}

export interface ParentShare {
  /** The project's name; null: all labour cooperation of the line. */
  readonly project: string | null;
  /** Fen. */
  readonly amount: number;
}

/** Every figure of a table that some sum is made of or states; what stands beside the table is in none. */
export function slotsOf(table: Allocation, parent: ParentLine | null): readonly Slot[] {
  const total = table.declaredTotal;
  return [
    ...table.rows.flatMap((row, at) => (row.isOffTable ? [] : rowSlots(table, at))),
    ...table.columns.flatMap(({ key, label, unit, declared }) =>
      declared === null
        ? []
        : [stated({ kind: "columnTotal", key }, `合计行 · ${label}`, declared, unit)],
    ),
    ...table.projects.flatMap(({ key, label, declared }) =>
      declared === null
        ? []
        : [stated({ kind: "projectTotal", key }, `项目 · ${label} · 合计`, declared)],
    ),
    ...(total === null ? [] : [stated({ kind: "total" }, "总计", total)]),
    ...(parent === null ? [] : parentSlots(parent)),
  ];
}

/** What was given comes first, what of it was given for a project after it. */
function parentSlots({ label, amount, shares }: ParentLine): readonly Slot[] {
  return [
    stated({ kind: "parent" }, label, amount),
    ...shares.map(({ project, amount: share }) =>
      stated({ kind: "parent" }, `${label} · ${project ?? "劳务协作"}`, share),
    ),
  ];
}

function rowSlots(table: Allocation, at: number): readonly Slot[] {
  const row = table.rows[at];
  if (row === undefined) return [];
  const { unitName, declaredTotal, cells } = row;
  const own = cells.map((cell, index): Slot => {
    const { columnKey, projectKey, amount: value } = cell;
    const parts = [unitName, columnLabel(table, columnKey), projectLabel(table, projectKey)];
    return {
      place: { kind: "cell", row: at, cell: index },
      label: parts.filter((part) => part !== "").join(" · "),
      ...{ unit: unitOf(table, cell), value, row: at, columnKey, projectKey },
    };
  });
  if (declaredTotal === null) return own;
  return [...own, stated({ kind: "rowTotal", row: at }, `${unitName} · 合计`, declaredTotal)];
}

function stated(place: SlotPlace, label: string, value: number, unit: ColumnUnit = "FEN"): Slot {
  return { place, label, unit, value, row: null, columnKey: "", projectKey: "" };
}
