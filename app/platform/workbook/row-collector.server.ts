import type { CellKind, SheetRow } from "~/domain/rosters/sheet";
import { cellAddress } from "~/platform/workbook/cell-address.server";
import { countInWords, type WorkbookLimits } from "~/platform/workbook/workbook-limits.server";
import { damaged, WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";

const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;

/**
 * Builds `SheetRow`s cell by cell and holds the limits for every format alike. Blank cells at the
 * end of a row and wholly blank rows cost nothing and are not kept; only what holds something
 * counts, so that a stray cell far out or thousands of formatted empty rows do not fail a file.
 */
export class RowCollector {
  private texts: string[] = [];
  private kinds: CellKind[] = [];
  private sheetRow = 0;
  private rows: SheetRow[] = [];
  private rowCount = 0;
  private readonly used = new Uint8Array(LAST_COLUMN);
  private usedCount = 0;
  private farCount = 0;
  private firstFar = "";

  constructor(
    private readonly sheetName: string,
    private readonly limits: WorkbookLimits,
    private readonly lastRow: number = LAST_ROW,
  ) {}

  /** Rows waiting to be taken. */
  get waiting(): number {
    return this.rows.length;
  }

  get currentRow(): number {
    return this.sheetRow;
  }

  begin(sheetRow: number): void {
    if (!(sheetRow > this.sheetRow)) throw damaged(`第 ${this.sheetRow} 行之后的行号次序错乱`);
    if (sheetRow > this.lastRow) throw damaged("行号超出工作表的范围");
    this.sheetRow = sheetRow;
  }

  /** `column` is 0-based; an empty text is a blank cell. A cell given twice keeps the later value. */
  add(column: number, text: string, kind: CellKind): void {
    if (text === "") return;
    if (this.used[column] !== 1) this.use(column);
    if (text.length > this.limits.maxCellCharacters) throw this.cellTooLong(column);
    if (column >= this.limits.maxColumns) {
      if (this.farCount++ === 0) this.firstFar = cellAddress(column, this.sheetRow);
      return;
    }
    while (this.texts.length < column) {
      this.texts.push("");
      this.kinds.push("blank");
    }
    this.texts[column] = text;
    this.kinds[column] = kind;
  }

  end(): void {
    if (this.texts.length === 0) return;
    if (++this.rowCount > this.limits.maxRows) throw this.tooManyRows();
    this.rows.push({ sheetRow: this.sheetRow, texts: this.texts, kinds: this.kinds });
    this.texts = [];
    this.kinds = [];
  }

  take(): readonly SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  /** What the officer should know about this sheet once it is read; null when nothing. */
  notice(): string | null {
    if (this.farCount === 0) return null;
    return `工作表“${this.sheetName}”在前 ${this.limits.maxColumns} 列以外还有 ${this.farCount} 个单元格（如 ${this.firstFar}），未读取；如有用，请移到表内再导入。`;
  }

  private use(column: number): void {
    if (column >= LAST_COLUMN || ++this.usedCount > this.limits.maxColumns) {
      throw new WorkbookRefused(
        "too-many-columns",
        `工作表“${this.sheetName}”有内容的列超过 ${this.limits.maxColumns} 列的上限，未读取。请删去与名册无关的列后再导入。`,
      );
    }
    this.used[column] = 1;
  }

  private tooManyRows(): WorkbookRefused {
    const limit = countInWords(this.limits.maxRows, "行");
    return new WorkbookRefused(
      "too-many-rows",
      `工作表“${this.sheetName}”超过 ${limit}的上限，未读取。请拆分成几个文件（如按班期、按县区）后再导入。`,
    );
  }

  private cellTooLong(column: number): WorkbookRefused {
    const address = cellAddress(column, this.sheetRow);
    return new WorkbookRefused(
      "cell-too-long",
      `工作表“${this.sheetName}”的单元格 ${address} 超过 ${this.limits.maxCellCharacters} 个字的上限，未读取。请删短这一格的内容后再导入。`,
    );
  }
}
