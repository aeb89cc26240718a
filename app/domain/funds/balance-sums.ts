import type { Allocation } from "./allocation";
import type { ParentLine, Slot, SlotPlace } from "./balance-slots";

/** One thing that must hold: a sum the document states, or a share that follows from two figures. */
export interface Sum {
  /** row:0, column:citywide, project:labour, rows, columns, parent, parent:0, share:2:share. */
  readonly key: string;
  readonly label: string;
  readonly kind: "sum" | "share";
  /** Indices of the slots it is made of; of a share: the figure it is the share of. */
  readonly parts: readonly number[];
  /** The slot that states it. */
  readonly whole: number;
  /** Of a share: what it is a share of; the sum of these. */
  readonly base: readonly number[];
}

/**
 * Every sum of a table: each row, column and project against its cells, and the stated sums of rows and of columns
 * against the total. Shares are told to two decimals of the column's stated sum.
 */
export function sumsOf(
  table: Allocation,
  slots: readonly Slot[],
  parent: ParentLine | null,
): readonly Sum[] {
  const where = (test: (slot: Slot) => boolean) =>
    slots.flatMap((slot, index) => (test(slot) ? [index] : []));
  const at = (test: (place: SlotPlace) => boolean) => where(({ place }) => test(place))[0];
  const isMoney = (slot: Slot) => slot.place.kind === "cell" && slot.unit === "FEN";
  const sums: Sum[] = [];
  const add = (key: string, label: string, whole: number | undefined, parts: readonly number[]) => {
    if (whole !== undefined && parts.length > 0) {
      sums.push({ key, label, kind: "sum", parts, whole, base: [] });
    }
  };
  const rows = table.rows.flatMap((row, index) => (row.isOffTable ? [] : [index]));
  const statedRow = (row: number) => at((place) => place.kind === "rowTotal" && place.row === row);
  const ofRow = (row: number) => where((slot) => isMoney(slot) && slot.row === row);
  for (const row of rows) {
    add(`row:${row}`, `${table.rows[row]?.unitName ?? ""}的合计`, statedRow(row), ofRow(row));
  }
  for (const { key, label } of table.columns) {
    const whole = at((place) => place.kind === "columnTotal" && place.key === key);
    add(
      `column:${key}`,
      `“${label}”一列的合计`,
      whole,
      where((slot) => slot.columnKey === key),
    );
  }
  for (const { key, label } of table.projects) {
    const whole = at((place) => place.kind === "projectTotal" && place.key === key);
    const parts = where((slot) => isMoney(slot) && slot.projectKey === key);
    add(`project:${key}`, `项目“${label}”的合计`, whole, parts);
  }
  const total = at((place) => place.kind === "total");
  const units = rows.flatMap((row) => statedRow(row) ?? ofRow(row));
  add("rows", "各单位合计之和（总计）", total, units);
  const money = table.columns.filter(({ unit }) => unit === "FEN");
  const columns = money.map(({ key }) =>
    at((place) => place.kind === "columnTotal" && place.key === key),
  );
  if (columns.every((index) => index !== undefined))
    add("columns", "各列合计之和（总计）", total, columns);
  add(
    "parent",
    "与上级下达数相符",
    at(({ kind }) => kind === "parent"),
    total === undefined ? units : [total],
  );
  return [...sums, ...ofParent(table, slots, parent?.shares ?? []), ...sharesOf(table, slots)];
}

/** What the higher table gave for a project stays that project's; what it gave for labour stays labour's. */
function ofParent(
  { projects }: Allocation,
  slots: readonly Slot[],
  shares: ParentLine["shares"],
): readonly Sum[] {
  const first = slots.findIndex(({ place }) => place.kind === "parent") + 1;
  return shares.map(({ project }, at) => {
    const keys = projects
      .filter(({ label, isLabour }) => (project === null ? isLabour : label === project))
      .map(({ key }) => key);
    const parts = slots.flatMap(({ place, unit, projectKey }, index) =>
      place.kind === "cell" && unit === "FEN" && keys.includes(projectKey) ? [index] : [],
    );
    const name = project === null ? "其中劳务协作" : `项目“${project}”`;
    const label = `${name}与上级下达数相符`;
    return { key: `parent:${at}`, label, kind: "sum", parts, whole: first + at, base: [] };
  });
}

function sharesOf(table: Allocation, slots: readonly Slot[]): readonly Sum[] {
  return table.columns.flatMap(({ key, label, of }) => {
    const cellsOf = (column: string, row?: number) =>
      slots.flatMap((slot, index) =>
        slot.place.kind === "cell" &&
        slot.columnKey === column &&
        (row === undefined || slot.row === row)
          ? [index]
          : [],
      );
    const stated = slots.findIndex(({ place }) => place.kind === "columnTotal" && place.key === of);
    const base = stated < 0 ? cellsOf(of) : [stated];
    return cellsOf(key).flatMap((whole): Sum[] => {
      const row = slots[whole]?.row ?? -1;
      const parts = of === "" ? [] : cellsOf(of, row);
      const name = `${table.rows[row]?.unitName ?? ""}的${label}`;
      return parts.length === 0
        ? []
        : [{ key: `share:${row}:${key}`, label: name, kind: "share", parts, whole, base }];
    });
  });
}
