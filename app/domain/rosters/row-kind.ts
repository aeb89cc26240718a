import { withoutBlanks } from "../shared/cell-text";
import type { SheetRow } from "./sheet";

/** What a row below the header is. Only data rows are checked and counted. */
export type RowKind = "data" | "blank" | "footer" | "header";

/** Every column map: columns and headers by field key. */
interface ColumnsByKey {
  readonly at: Readonly<Partial<Record<string, number>>>;
  readonly header: Readonly<Partial<Record<string, string>>>;
}

const FOOTER =
  /^(?:[(（]?以上|合计|总计|共计|小计|本页|填表|填报|制表|审核|审批|复核|经办|负责人|单位负责人|主管|援滇干部|监督|盖章|日期[:：]|备注[:：]|注[:：]|说明[:：]|填表说明|备注说明)/;

/**
 * Tells data rows from blank ones (also those with nothing but a pre-printed serial number), from
 * totals and signature lines at the foot, and from a header repeated on every printed page.
 */
export function rowKind(row: SheetRow, columns: ColumnsByKey): RowKind {
  const { sequence = -1, name = -1, idCardNumber = -1 } = columns.at;
  if (!holdsSomething(row, sequence)) return "blank";
  const id = row.texts[idCardNumber] ?? "";
  if (looksNumbered(id)) return "data";
  if (isFooterRow(row)) return "footer";
  const repeated =
    repeatsHeader(row.texts[name], columns.header.name) &&
    repeatsHeader(id, columns.header.idCardNumber);
  return repeated ? "header" : "data";
}

/** Whether the first filled cell opens a line of totals, signatures or remarks. */
export function isFooterRow(row: SheetRow): boolean {
  const first = row.texts.find((text) => text.trim() !== "");
  return first !== undefined && FOOTER.test(withoutBlanks(first));
}

/** Whether any cell is filled; a serial number alone does not count. */
function holdsSomething(row: SheetRow, sequence: number): boolean {
  for (let column = 0; column < row.texts.length; column += 1) {
    const text = row.texts[column] ?? "";
    if (text === "" || text.trim() === "") continue;
    if (column !== sequence || !/^\d+\.?$/.test(text.trim())) return true;
  }
  return false;
}

function repeatsHeader(text: string | undefined, header: string | undefined): boolean {
  return (
    text !== undefined && header !== undefined && withoutBlanks(text) === withoutBlanks(header)
  );
}

/** Ten digits or more: somebody's number, however broken. */
function looksNumbered(text: string): boolean {
  if (text.length < 10) return false;
  let digits = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)) digits += 1;
  }
  return digits >= 10;
}
