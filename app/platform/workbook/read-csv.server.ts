import type { MergedBlock, SheetInfo, SheetRow } from "~/domain/rosters/sheet";
import { encodingOf, utf8Chunks, type TextEncoding } from "~/platform/workbook/csv-encoding.server";
import { CsvScanner } from "~/platform/workbook/csv-scanner.server";
import { emptyFile } from "~/platform/workbook/file-kind.server";
import { RowCollector } from "~/platform/workbook/row-collector.server";
import type { WorkbookLimits } from "~/platform/workbook/workbook-limits.server";

const BATCH_ROWS = 500;
const SAMPLE_BYTES = 64 * 1024;
const SEPARATORS = [",", ";", "\t"];
const TEXT_NAMES = /\.(csv|txt|tsv)$/i;

/** Separated text as a workbook of one sheet. Every cell is text, digits as typed. */
export class CsvWorkbook {
  readonly sheets: readonly SheetInfo[];
  readonly notices: string[] = [];
  /** 0..1 of the text read so far. */
  share = 0;
  private readonly encoding: TextEncoding;
  private readonly separator: number;

  constructor(
    private readonly bytes: Buffer,
    fileName: string,
    private readonly limits: WorkbookLimits,
  ) {
    this.encoding = encodingOf(bytes);
    const sample = sampleOf(bytes, this.encoding);
    if (sample.trim() === "") throw emptyFile();
    this.separator = separatorOf(sample);
    this.sheets = [
      { name: fileName.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, ""), hidden: false },
    ];
    if (!TEXT_NAMES.test(fileName)) {
      this.notices.push("文件名称像工作簿，内容其实是文本表格，已按文本读取，请核对。");
    }
  }

  get encodingName(): "utf-8" | "gb18030" | null {
    const { name } = this.encoding;
    return name === "utf-8" || name === "gb18030" ? name : null;
  }

  async *rows(): AsyncGenerator<readonly SheetRow[]> {
    const collector = new RowCollector(
      this.sheets[0]?.name ?? "",
      this.limits,
      this.limits.maxRows * 10,
    );
    const scanner = new CsvScanner(collector, this.separator);
    let read = 0;
    for (const chunk of utf8Chunks(this.bytes, this.encoding)) {
      scanner.push(chunk);
      read += chunk.length;
      this.share = Math.min(1, read / this.bytes.length);
      if (collector.waiting >= BATCH_ROWS) yield collector.take();
    }
    scanner.finish();
    const notice = collector.notice();
    if (notice !== null && !this.notices.includes(notice)) this.notices.push(notice);
    if (collector.waiting > 0) yield collector.take();
  }

  merges(): Promise<readonly MergedBlock[]> {
    return Promise.resolve([]);
  }
}

function sampleOf(bytes: Buffer, encoding: TextEncoding): string {
  const [first] = utf8Chunks(bytes.subarray(0, encoding.start + SAMPLE_BYTES), encoding);
  return first === undefined ? "" : first.toString("utf8");
}

/** The separator that occurs most outside quotes in the first lines; a comma when none does. */
function separatorOf(sample: string): number {
  const lines = sample.replace(/"[^"]*"/g, "").split(/\r?\n|\r/, 20);
  const counted = SEPARATORS.map((separator) => ({
    separator,
    count: lines.reduce((sum, line) => sum + line.split(separator).length - 1, 0),
  }));
  const best = counted.reduce((most, next) => (next.count > most.count ? next : most));
  return best.separator.charCodeAt(0);
}
