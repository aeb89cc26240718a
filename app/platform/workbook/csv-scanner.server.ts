import type { RowCollector } from "~/platform/workbook/row-collector.server";
import type { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import { damaged } from "~/platform/workbook/workbook-refusal.server";

const QUOTE = 34;
const LF = 10;
const CR = 13;
const AS_TEXT = /^="([^"]*)"$/;
const LONGEST_FIELD_BYTES = 512 * 1024;

/**
 * Streaming scanner of separated values (RFC 4180) over UTF-8 bytes. A record is a spreadsheet
 * row, so a line break inside quotes does not start one and an empty line still counts.
 */
export class CsvScanner {
  private bytes: Buffer = Buffer.alloc(0);
  private record = 0;
  private column = 0;
  private inRecord = false;

  constructor(
    private readonly collector: RowCollector,
    private readonly separator: number,
  ) {}

  push(chunk: Buffer): void {
    this.run(Buffer.concat([this.bytes, chunk]), false);
    if (this.bytes.length > LONGEST_FIELD_BYTES) throw this.unclosed();
  }

  finish(): void {
    this.run(this.bytes, true);
    if (this.inRecord) this.endRecord();
  }

  private run(bytes: Buffer, last: boolean): void {
    let at = 0;
    while (at < bytes.length) {
      const next = this.field(bytes, at, last);
      if (next === -1) break;
      at = next;
    }
    this.bytes = bytes.subarray(at);
  }

  /** Reads the field at `start` and what ends it; -1 when its end is not here yet. */
  private field(bytes: Buffer, start: number, last: boolean): number {
    const quotesEnd = bytes[start] === QUOTE ? this.quotesEnd(bytes, start + 1, last) : start;
    if (quotesEnd === -1) return -1;
    let end = quotesEnd;
    for (; end < bytes.length; end++) {
      const byte = bytes[end];
      if (byte === this.separator || byte === LF || byte === CR) break;
    }
    // The byte after a CR decides whether the line end is CR LF, so it must be here too.
    const incomplete = end === bytes.length || (bytes[end] === CR && end + 1 === bytes.length);
    if (incomplete && !last) return -1;
    this.addField(bytes, start, quotesEnd, end);
    return this.afterField(bytes, end);
  }

  private afterField(bytes: Buffer, end: number): number {
    if (bytes[end] === this.separator) {
      this.column++;
      return end + 1;
    }
    if (end === bytes.length) return end;
    this.endRecord();
    return bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1;
  }

  /** The index after the closing quote, doubled quotes leapt over; -1 when it is not here yet. */
  private quotesEnd(bytes: Buffer, from: number, last: boolean): number {
    let at = bytes.indexOf(QUOTE, from);
    while (at !== -1 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
    if (at !== -1 && (at + 1 < bytes.length || last)) return at + 1;
    if (last) throw this.unclosed();
    return -1;
  }

  /** `quotesEnd` is `start` for a bare field; what follows the quotes stays, as Excel keeps it. */
  private addField(bytes: Buffer, start: number, quotesEnd: number, end: number): void {
    if (!this.inRecord) {
      this.inRecord = true;
      this.collector.begin(++this.record);
    }
    if (end === start) return;
    const bare = bytes.toString("utf8", quotesEnd, end);
    const text = quotesEnd === start ? bare : unquoted(bytes, start, quotesEnd) + bare;
    // ="5323…" is how exports make Excel keep digits as text: its value is what stands in the quotes.
    this.collector.add(this.column, AS_TEXT.exec(text)?.[1] ?? text, "text");
  }

  private endRecord(): void {
    this.collector.end();
    this.column = 0;
    this.inRecord = false;
  }

  private unclosed(): WorkbookRefused {
    return damaged(`第 ${this.record} 行附近有一个双引号没有配对`);
  }
}

function unquoted(bytes: Buffer, start: number, quotesEnd: number): string {
  return bytes.toString("utf8", start + 1, quotesEnd - 1).replaceAll('""', '"');
}
