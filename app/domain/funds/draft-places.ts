import { OFF_TABLE_COLUMN, type Allocation } from "./allocation";
import type { SlotPlace } from "./balance-slots";

/** Of each row of a read table the line of the draft it began on, and the line of each of its cells. */
export interface RowOrigin {
  readonly line: number;
  readonly cells: readonly number[];
}

/** The number of a column or project in the form: keys of a read draft are c0, p3. */
export const placeOfKey = (key: string): number => Number(key.slice(1));

/** The field of an amount in its line; beside the table it stands under 合计. */
export function amountField(line: number, columnKey: string): string {
  return columnKey === OFF_TABLE_COLUMN
    ? `line-${line}-declared`
    : `line-${line}-amount-${placeOfKey(columnKey)}`;
}

/** The field of the form that a figure of a read table was typed in; null of what was given from outside. */
export function fieldOfPlace(
  place: SlotPlace,
  table: Allocation,
  origins: readonly RowOrigin[],
): string | null {
  switch (place.kind) {
    case "cell": {
      const line = origins[place.row]?.cells[place.cell];
      const key = table.rows[place.row]?.cells[place.cell]?.columnKey;
      return line === undefined || key === undefined ? null : amountField(line, key);
    }
    case "rowTotal": {
      const origin = origins[place.row];
      return origin === undefined ? null : `line-${origin.line}-declared`;
    }
    case "columnTotal":
      return `column-${placeOfKey(place.key)}-declared`;
    case "projectTotal":
      return `project-${placeOfKey(place.key)}-declared`;
    case "total":
      return "declared";
    case "parent":
      return null;
  }
}
