import type { MergedBlock, SheetInfo, SheetRow } from "~/domain/rosters/sheet";
import { inflatePart } from "~/platform/workbook/inflate-part.server";
import { RowCollector } from "~/platform/workbook/row-collector.server";
import { SharedStrings } from "~/platform/workbook/shared-strings.server";
import { SheetScanner, type SheetContext } from "~/platform/workbook/sheet-scanner.server";
import type { WorkbookLimits } from "~/platform/workbook/workbook-limits.server";
import {
  readXlsxPackage,
  type SheetPart,
  type XlsxPackage,
} from "~/platform/workbook/xlsx-package.server";
import { inUtf8 } from "~/platform/workbook/xml-part.server";
import { XmlScanner } from "~/platform/workbook/xml-scanner.server";
import { readZipDirectory } from "~/platform/workbook/zip-directory.server";

const BATCH_ROWS = 500;
const END_OF_ROWS = Buffer.from("sheetData>");
const LONGEST_PREFIX = 64;
const SLASH = 47;

/** An .xlsx held in memory as uploaded; every sheet is inflated and read as it is asked for. */
export class XlsxWorkbook {
  readonly sheets: readonly SheetInfo[];
  readonly notices: string[] = [];
  /** 0..1 of the sheet being read; a file that lies about its size only bends the progress bar. */
  share = 0;
  private readonly knownMerges = new Map<number, readonly MergedBlock[]>();
  private strings: Promise<SharedStrings> | null = null;

  private constructor(
    private readonly contents: XlsxPackage,
    private readonly limits: WorkbookLimits,
  ) {
    this.sheets = contents.sheets.map(({ name, hidden }) => ({ name, hidden }));
    if (contents.hasMacros) this.tell("文件带有宏，宏已忽略，只读取单元格的内容。");
  }

  static async open(bytes: Buffer, limits: WorkbookLimits): Promise<XlsxWorkbook> {
    const parts = readZipDirectory(bytes, limits.maxEntries);
    return new XlsxWorkbook(await readXlsxPackage(parts), limits);
  }

  async *rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    const part = this.part(sheet);
    const collector = new RowCollector(part.name, this.limits);
    const cells = new SheetScanner(collector, await this.context());
    const scanner = new XmlScanner(cells);
    let inflated = 0;
    for await (const chunk of this.inflate(part)) {
      scanner.push(chunk);
      inflated += chunk.length;
      this.share = Math.min(1, inflated / Math.max(1, part.entry.claimedSize));
      if (collector.waiting >= BATCH_ROWS) yield collector.take();
    }
    scanner.finish();
    this.knownMerges.set(sheet, cells.merges);
    this.tellFindings(part, collector, cells);
    if (collector.waiting > 0) yield collector.take();
  }

  /** Merged blocks stand behind the rows in the file: the rows are leapt over, not parsed. */
  async merges(sheet: number): Promise<readonly MergedBlock[]> {
    const known = this.knownMerges.get(sheet);
    if (known !== undefined) return known;
    const part = this.part(sheet);
    const context: SheetContext = { strings: new SharedStrings(), formats: [], date1904: false };
    const cells = new SheetScanner(new RowCollector(part.name, this.limits), context);
    const scanner = new XmlScanner(cells);
    scanner.push(Buffer.from("<tail>"));
    for await (const chunk of afterRows(this.inflate(part))) scanner.push(chunk);
    this.knownMerges.set(sheet, cells.merges);
    return cells.merges;
  }

  private inflate(part: SheetPart): AsyncGenerator<Buffer> {
    return inUtf8(inflatePart(part.entry, this.limits.maxInflatedBytes));
  }

  private part(sheet: number): SheetPart {
    const part = this.contents.sheets[sheet];
    if (part === undefined) throw new RangeError(`no sheet ${sheet}`);
    return part;
  }

  private async context(): Promise<SheetContext> {
    this.strings ??= this.readStrings();
    const { formats, date1904 } = this.contents;
    return { strings: await this.strings, formats, date1904 };
  }

  private async readStrings(): Promise<SharedStrings> {
    const strings = new SharedStrings();
    const { strings: entry } = this.contents;
    if (entry === null) return strings;
    const scanner = new XmlScanner(strings);
    for await (const chunk of inUtf8(inflatePart(entry, this.limits.maxInflatedBytes))) {
      scanner.push(chunk);
    }
    scanner.finish();
    return strings;
  }

  private tellFindings(part: SheetPart, collector: RowCollector, cells: SheetScanner): void {
    const far = collector.notice();
    if (far !== null) this.tell(far);
    if (cells.lostStrings > 0) {
      this.tell(
        `工作表“${part.name}”有 ${cells.lostStrings} 个单元格的文字已丢失，以 #REF! 代替，请核对。`,
      );
    }
    if (cells.uncalculated > 0) {
      this.tell(
        `工作表“${part.name}”有 ${cells.uncalculated} 个公式没有保存计算结果，按空白读取；请用 Excel 或 WPS 打开、保存一次后再导入。`,
      );
    }
  }

  private tell(notice: string): void {
    if (!this.notices.includes(notice)) this.notices.push(notice);
  }
}

/** What follows the rows of a worksheet. A chunk's last bytes are kept, lest the mark be cut in two. */
async function* afterRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let found = false;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (found) {
      yield chunk;
      continue;
    }
    const window = Buffer.concat([tail, chunk]);
    const end = endOfRows(window);
    found = end !== -1;
    if (found) yield window.subarray(end);
    tail = window.subarray(Math.max(0, window.length - 2 * LONGEST_PREFIX));
  }
}

function endOfRows(window: Buffer): number {
  let at = window.indexOf(END_OF_ROWS);
  while (at !== -1) {
    const before = window.subarray(Math.max(0, at - LONGEST_PREFIX), at);
    const opening = before.lastIndexOf("<");
    if (opening !== -1 && before[opening + 1] === SLASH) return at + END_OF_ROWS.length;
    at = window.indexOf(END_OF_ROWS, at + 1);
  }
  return -1;
}
