import type { MergedBlock } from "~/domain/rosters/sheet";
import { CellTag, integerOf } from "~/platform/workbook/cell-tag.server";
import { isoDateCell, numericCell } from "~/platform/workbook/numeric-cell.server";
import type { FormatClass } from "~/platform/workbook/number-format.server";
import type { RowCollector } from "~/platform/workbook/row-collector.server";
import type { SharedStrings } from "~/platform/workbook/shared-strings.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import type { XmlHandler, XmlScanner } from "~/platform/workbook/xml-scanner.server";

/** What the cells of a sheet refer to elsewhere in the workbook. */
export interface SheetContext {
  readonly strings: SharedStrings;
  /** By style index. */
  readonly formats: readonly FormatClass[];
  readonly date1904: boolean;
}

const MAX_MERGES = 20_000;
const LETTER_C = 99;
const LETTER_V = 118;
const LETTER_T = 116;
/** `<is>` wraps every inline string and says nothing; its name is not worth decoding. */
const IS_LENGTH = 2;

/** Hears the XML of one worksheet and fills a collector with values; formulas are never looked at. */
export class SheetScanner implements XmlHandler {
  readonly merges: MergedBlock[] = [];
  /** Cells whose shared string does not exist: the file is faulty there. */
  lostStrings = 0;
  /** Formula cells saved without their result. */
  uncalculated = 0;
  private readonly cell = new CellTag();
  private inRows = false;
  private nextColumn = 0;
  private column = 0;
  private capturing = false;
  private phonetic = 0;
  private hasFormula = false;
  private value = "";

  constructor(
    private readonly collector: RowCollector,
    private readonly context: SheetContext,
  ) {}

  open(scanner: XmlScanner): void {
    if (scanner.nameLength === 1) {
      if (this.inRows) this.openShort(scanner, scanner.bytes[scanner.nameStart]);
      return;
    }
    if (scanner.nameLength === IS_LENGTH) return;
    const name = scanner.localName();
    if (name === "row" && this.inRows) this.openRow(scanner);
    else if (name === "sheetData") this.inRows = true;
    else if (name === "rPh") this.phonetic++;
    else if (name === "mergeCell") this.addMerge(scanner);
  }

  close(scanner: XmlScanner): void {
    if (scanner.nameLength === 1) {
      const letter = scanner.bytes[scanner.nameStart];
      if (letter === LETTER_V || letter === LETTER_T) this.capturing = false;
      else if (letter === LETTER_C && this.inRows) this.closeCell();
      return;
    }
    if (scanner.nameLength === IS_LENGTH) return;
    const name = scanner.localName();
    if (name === "row" && this.inRows) this.collector.end();
    else if (name === "sheetData") this.inRows = false;
    else if (name === "rPh") this.phonetic--;
  }

  text(scanner: XmlScanner, start: number, end: number, flags: number): void {
    if (!this.capturing) return;
    if (this.cell.storedAs === "shared") this.value += this.sharedText(scanner, start, end);
    else this.value += scanner.decode(start, end, flags);
  }

  private openShort(scanner: XmlScanner, letter: number | undefined): void {
    if (letter === LETTER_C) {
      this.cell.read(scanner);
      this.column = this.cell.column === -1 ? this.nextColumn : this.cell.column;
      this.nextColumn = this.column + 1;
      this.value = "";
      this.hasFormula = false;
    } else if (letter === LETTER_V) this.capturing = this.cell.storedAs !== "inline";
    else if (letter === LETTER_T) {
      this.capturing = this.cell.storedAs === "inline" && this.phonetic === 0;
    } else if (letter === 102) this.hasFormula = true;
  }

  private openRow(scanner: XmlScanner): void {
    this.cell.read(scanner);
    const given = this.cell.rowNumber(scanner);
    this.collector.begin(given === -1 ? this.collector.currentRow + 1 : given);
    this.nextColumn = 0;
  }

  private closeCell(): void {
    const { value, column, collector } = this;
    if (value === "") {
      if (this.hasFormula) this.uncalculated++;
      return;
    }
    switch (this.cell.storedAs) {
      case "number":
        return this.addNumber(value);
      case "boolean":
        return collector.add(column, value.trim() === "1" ? "TRUE" : "FALSE", "boolean");
      case "isoDate": {
        const cell = isoDateCell(value);
        return collector.add(column, cell.text, cell.kind);
      }
      case "error":
        return collector.add(column, value, "error");
      case "shared":
      case "inline":
      case "string":
        return collector.add(column, value, "text");
    }
  }

  private addNumber(digits: string): void {
    const format = this.context.formats[this.cell.style] ?? "number";
    if (format === "number") return this.collector.add(this.column, digits, "number");
    const cell = numericCell(digits, format, this.context.date1904);
    this.collector.add(this.column, cell.text, cell.kind);
  }

  private sharedText(scanner: XmlScanner, start: number, end: number): string {
    const text = this.context.strings.at(integerOf(scanner.bytes, start, end));
    if (text !== undefined) return text;
    this.lostStrings++;
    this.cell.storedAs = "error";
    return "#REF!";
  }

  private addMerge(scanner: XmlScanner): void {
    const block = mergedBlock(scanner.attributes().get("ref") ?? "");
    if (block === null) return;
    if (this.merges.push(block) > MAX_MERGES) throw tooManyMerges();
  }
}

/** `A1:C2` as a block; null for anything that spans nothing. */
function mergedBlock(ref: string): MergedBlock | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref.trim());
  if (match === null) return null;
  const [, left = "", top = "", right = "", bottom = ""] = match;
  const columns = [columnNumber(left), columnNumber(right)];
  const rows = [Number(top), Number(bottom)];
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function tooManyMerges(): WorkbookRefused {
  return new WorkbookRefused(
    "too-many-merges",
    "合并单元格超过 2 万处的上限，未读取。请全选表格、取消合并单元格后再导入。",
  );
}
