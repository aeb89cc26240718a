import { columnLetters } from "~/platform/workbook/cell-address.server";
import type { DropDown, SheetSpec, WriteRow } from "~/platform/workbook/write-workbook.server";

/** A drop-down whose options Excel will find at `source`: a quoted list or a range. */
export interface PlacedDropDown extends DropDown {
  readonly source?: string;
}

const OPTION_SHEET = "选项";
const LONGEST_INLINE_LIST = 255;

/** Names as Excel accepts them: 31 characters, none of `[]:*?/\`, each once whatever the case. */
export function sheetNames(sheets: readonly SheetSpec[]): string[] {
  const taken = new Set<string>([OPTION_SHEET]);
  return sheets.map(({ name }) => {
    const plain = name
      .replace(/[[\]:*?/\\\x00-\x1f]/g, "_")
      .replace(/^'|'$/g, "_")
      .trim();
    const base = [...plain].slice(0, 28).join("") || "工作表";
    let free = base;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${base}_${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/**
 * Gives the sheets their names and their drop-downs a source. Short lists stand in the rule itself;
 * those that are too long for it, or hold a comma or quote, go to a hidden sheet of options.
 */
export function withOptionSheet(
  sheets: readonly SheetSpec[],
  names: readonly string[],
): SheetSpec[] {
  const lists: (readonly string[])[] = [];
  const placed = sheets.map((sheet, index) => ({
    ...sheet,
    name: names[index] ?? sheet.name,
    dropDowns: sheet.dropDowns?.map((dropDown) => place(dropDown, lists)),
  }));
  return lists.length === 0 ? placed : [...placed, optionSheet(lists)];
}

function place(dropDown: DropDown, lists: (readonly string[])[]): PlacedDropDown {
  const { options } = dropDown;
  const list = options.join(",");
  if (list.length <= LONGEST_INLINE_LIST && !options.some((option) => /[,"\s]/.test(option))) {
    return { ...dropDown, source: `"${list}"` };
  }
  lists.push(options);
  const column = columnLetters(lists.length - 1);
  return { ...dropDown, source: `'${OPTION_SHEET}'!$${column}$1:$${column}$${options.length}` };
}

function optionSheet(lists: readonly (readonly string[])[]): SheetSpec {
  const height = Math.max(...lists.map((list) => list.length));
  const rows: WriteRow[] = Array.from({ length: height }, (_, row) => ({
    cells: lists.map((list) => ({ text: list[row] ?? "" })),
  }));
  return { name: OPTION_SHEET, columns: lists.map(() => ({ width: 20 })), hidden: true, rows };
}
