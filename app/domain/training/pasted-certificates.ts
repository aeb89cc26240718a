import { withNumbersMasked } from "~/domain/people/typed-number";

interface PastedLine {
  readonly lineId: string;
  readonly name: string;
}

export type PastedNumbers =
  | { readonly ok: true; readonly numbers: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly message: string };

/**
 * A column copied from a worksheet: one certificate number a row, in the order of the roster, an
 * empty row for who has none; or two columns, name and number, rows in any order. Nothing is guessed: a
 * name that is not on the roster, or stands there twice, or a column of another length is refused.
 */
export function readPastedNumbers(text: string, lines: readonly PastedLine[]): PastedNumbers {
  const rows = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  const cells = rows.map((row) => row.split("\t").map((cell) => cell.trim()));
  if (cells.every((row) => row.length === 1)) return byOrder(cells.flat(), lines);
  return byName(
    cells.filter((row) => row.some((cell) => cell !== "")),
    lines,
  );
}

function byOrder(column: readonly string[], lines: readonly PastedLine[]): PastedNumbers {
  if (column.length !== lines.length) {
    const message = `粘贴了 ${column.length} 行，名册有 ${lines.length} 人；只粘贴证书编号时须逐人一行，没有证书的留空行，或连同姓名两列一起粘贴`;
    return { ok: false, message };
  }
  return { ok: true, numbers: new Map(lines.map(({ lineId }, at) => [lineId, column[at] ?? ""])) };
}

function byName(rows: readonly string[][], lines: readonly PastedLine[]): PastedNumbers {
  const numbers = new Map<string, string>();
  for (const [at, [name = "", number = ""]] of rows.entries()) {
    // A column of ID numbers pasted by mistake must not come back in full.
    const shown = withNumbersMasked(name);
    const named = lines.filter((line) => line.name === name);
    const [only] = named;
    const place = `粘贴的第 ${at + 1} 行`;
    if (only === undefined) return { ok: false, message: `${place}：名册上没有“${shown}”` };
    if (named.length > 1) {
      return { ok: false, message: `${place}：名册上有 ${named.length} 个“${shown}”，请逐行填写` };
    }
    if (numbers.has(only.lineId)) return { ok: false, message: `${place}：“${shown}”粘贴了两次` };
    numbers.set(only.lineId, number);
  }
  return { ok: true, numbers };
}
