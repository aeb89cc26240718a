import { withoutBlanks } from "../shared/cell-text";
import type { SheetRow } from "./sheet";

/** What a row below the header is. Only data rows are checked and counted. */
export type RowKind = "data" | "blank" | "footer" | "header";

interface KeyColumns {
  readonly at: { readonly sequence?: number; readonly name: number; readonly idCardNumber: number };
  readonly header: { readonly name: string; readonly idCardNumber: string };
}

const FOOTER =
  /^(?:[(（]?以上|合计|总计|共计|小计|本页|填表|填报|制表|审核|审批|复核|经办|负责人|单位负责人|主管|援滇干部|监督|盖章|日期[:：]|备注[:：]|注[:：]|说明[:：]|填表说明|备注说明)/;

/**
 * Tells data rows from blank ones (also those with nothing but a pre-printed serial number), from
 * totals and signature lines at the foot, and from a header repeated on every printed page.
 */
export function rowKind(row: SheetRow, columns: KeyColumns): RowKind {
  const first = firstFilled(row, columns.at.sequence ?? -1);
  if (first < 0) return "blank";
  const id = row.texts[columns.at.idCardNumber] ?? "";
  if (looksNumbered(id)) return "data";
  if (isFooterRow(row)) return "footer";
  const name = withoutBlanks(row.texts[columns.at.name] ?? "");
  const repeated =
    name === withoutBlanks(columns.header.name) &&
    withoutBlanks(id) === withoutBlanks(columns.header.idCardNumber);
  return repeated ? "header" : "data";
}

/** Whether the first filled cell opens a line of totals, signatures or remarks. */
export function isFooterRow(row: SheetRow): boolean {
  const first = row.texts.find((text) => text.trim() !== "");
  return first !== undefined && FOOTER.test(withoutBlanks(first));
}

/** First filled column; a serial number alone does not count (-1). */
function firstFilled(row: SheetRow, sequence: number): number {
  for (let column = 0; column < row.texts.length; column += 1) {
    const text = row.texts[column] ?? "";
    if (text === "" || text.trim() === "") continue;
    if (column === sequence && /^\d+\.?$/.test(text.trim())) continue;
    return column;
  }
  return -1;
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
