import type { MergedBlock, SheetInfo, SheetRow } from "~/domain/rosters/sheet";
import { holdsStream } from "~/platform/workbook/file-kind.server";
import { parseLegacyWorkbook, type LegacySheet } from "~/platform/workbook/legacy-worker.server";
import { numericCell } from "~/platform/workbook/numeric-cell.server";
import { classOfFormat, type FormatClass } from "~/platform/workbook/number-format.server";
import { RowCollector } from "~/platform/workbook/row-collector.server";
import type { WorkbookLimits } from "~/platform/workbook/workbook-limits.server";
import { z } from "zod";

const batchSchema = z.array(
  z.tuple([z.number(), z.array(z.tuple([z.number(), z.string(), z.string(), z.string()]))]),
);

/** An .xls already parsed in its thread; rows wait as JSON bytes, about 20 bytes a cell. */
export class LegacyWorkbook {
  readonly sheets: readonly SheetInfo[];
  readonly notices: string[] = [];
  /** 0..1 of the sheet being read. */
  share = 0;
  private readonly formats = new Map<string, FormatClass>();

  private constructor(
    private readonly parsed: readonly LegacySheet[],
    private readonly date1904: boolean,
    private readonly limits: WorkbookLimits,
  ) {
    this.sheets = parsed.map(({ name, hidden }) => ({ name, hidden }));
  }

  static async open(bytes: Buffer, limits: WorkbookLimits): Promise<LegacyWorkbook> {
    const { sheets, date1904 } = await parseLegacyWorkbook(bytes, limits);
    const workbook = new LegacyWorkbook(sheets, date1904, limits);
    if (holdsStream(bytes, "_VBA_PROJECT_CUR") || holdsStream(bytes, "_VBA_PROJECT")) {
      workbook.notices.push("文件带有宏，宏已忽略，只读取单元格的内容。");
    }
    return workbook;
  }

  async *rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    const { name, batches } = this.sheet(sheet);
    const collector = new RowCollector(name, this.limits);
    for (const [at, json] of batches.entries()) {
      this.share = (at + 1) / batches.length;
      for (const [sheetRow, cells] of batchSchema.parse(JSON.parse(json.toString("utf8")))) {
        collector.begin(sheetRow);
        for (const [column, type, value, format] of cells) {
          this.addCell(collector, column, type, value, format);
        }
        collector.end();
      }
      if (collector.waiting > 0) yield collector.take();
    }
    const notice = collector.notice();
    if (notice !== null && !this.notices.includes(notice)) this.notices.push(notice);
  }

  merges(sheet: number): Promise<readonly MergedBlock[]> {
    return Promise.resolve(this.sheet(sheet).merges);
  }

  private sheet(index: number): LegacySheet {
    const sheet = this.parsed[index];
    if (sheet === undefined) throw new RangeError(`no sheet ${index}`);
    return sheet;
  }

  /** `type` is SheetJS's letter: n, b, e, s (and d, which its options here never yield). */
  private addCell(
    collector: RowCollector,
    column: number,
    type: string,
    value: string,
    format: string,
  ): void {
    if (type === "n") {
      const cell = numericCell(value, this.formatClass(format), this.date1904);
      collector.add(column, cell.text, cell.kind);
    } else if (type === "b") collector.add(column, value.toUpperCase(), "boolean");
    else collector.add(column, value.replaceAll("\0", ""), type === "e" ? "error" : "text");
  }

  private formatClass(code: string): FormatClass {
    const known = this.formats.get(code) ?? classOfFormat(code);
    this.formats.set(code, known);
    return known;
  }
}
