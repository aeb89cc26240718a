import type { MergedBlock, SheetInfo, SheetRow } from "~/domain/rosters/sheet";
import { kindOfFile } from "~/platform/workbook/file-kind.server";
import { CsvWorkbook } from "~/platform/workbook/read-csv.server";
import { LegacyWorkbook } from "~/platform/workbook/read-legacy.server";
import { XlsxWorkbook } from "~/platform/workbook/read-xlsx.server";
import { inMegabytes, type WorkbookLimits } from "~/platform/workbook/workbook-limits.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";

export {
  REGISTRY_LIMITS,
  ROSTER_LIMITS,
  type WorkbookLimits,
} from "~/platform/workbook/workbook-limits.server";
export {
  WorkbookRefused,
  type WorkbookRefusalKind,
} from "~/platform/workbook/workbook-refusal.server";

/** A workbook whose values can be read; formulas, macros and links are never looked at. */
export interface OpenWorkbook {
  readonly format: "xlsx" | "xls" | "csv";
  /** Of a text table; null for workbooks, and for UTF-16 text. */
  readonly encoding: "utf-8" | "gb18030" | null;
  readonly sheets: readonly SheetInfo[];
  /** Merged blocks of a sheet, by its 0-based index in `sheets`. */
  merges(sheet: number): Promise<readonly MergedBlock[]>;
  /** Rows that hold something, in batches of about 500, ascending. May be asked for again. */
  rows(sheet: number): AsyncIterable<readonly SheetRow[]>;
  /** How much of the sheet being read is read, 0..1: for telling the time left. */
  fractionRead(): number;
  /** Chinese sentences for the officer; grows while rows are read. */
  readonly notices: readonly string[];
}

/**
 * Opens an uploaded file held in memory. What it is, is decided by its bytes, not by `fileName`.
 * Throws `WorkbookRefused`, here or while rows are read, with a Chinese message that states the
 * cause, the cure and the limit crossed.
 */
export async function openWorkbook(
  bytes: Buffer,
  fileName: string,
  limits: WorkbookLimits,
): Promise<OpenWorkbook> {
  if (bytes.length > limits.maxFileBytes) throw tooLarge(limits);
  switch (kindOfFile(bytes)) {
    case "xlsx": {
      const book = await XlsxWorkbook.open(bytes, limits);
      return opened("xlsx", null, book);
    }
    case "xls": {
      const book = await LegacyWorkbook.open(bytes, limits);
      return opened("xls", null, book);
    }
    case "text": {
      const book = new CsvWorkbook(bytes, fileName, limits);
      return opened("csv", book.encodingName, book);
    }
  }
}

type Sheets = Pick<OpenWorkbook, "sheets" | "merges" | "rows" | "notices"> & { share: number };

function opened(
  format: OpenWorkbook["format"],
  encoding: OpenWorkbook["encoding"],
  book: Sheets,
): OpenWorkbook {
  return {
    format,
    encoding,
    sheets: book.sheets,
    notices: book.notices,
    merges: (sheet) => book.merges(sheet),
    rows: (sheet) => book.rows(sheet),
    fractionRead: () => book.share,
  };
}

function tooLarge(limits: WorkbookLimits): WorkbookRefused {
  return new WorkbookRefused(
    "too-large",
    `文件超过 ${inMegabytes(limits.maxFileBytes)} 的上限，未读取。请删去图片和无关的工作表，或拆分成几个文件后再导入。`,
  );
}
