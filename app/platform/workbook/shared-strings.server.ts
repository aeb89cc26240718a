import { damaged, WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import type { XmlHandler, XmlScanner } from "~/platform/workbook/xml-scanner.server";

const MAX_TEXT_BYTES = 256 * 1024 * 1024;
/** The strings that come first are the ones that repeat (男, 女, 汉族, 是): kept decoded. */
const KEPT_DECODED = 20_000;
const LETTER_S = 115;
const LETTER_T = 116;

/**
 * The shared string table, held as one UTF-8 buffer with offsets instead of millions of strings:
 * a table of 100,000 names and ID numbers costs its own bytes and nothing more.
 */
export class SharedStrings implements XmlHandler {
  private store = Buffer.allocUnsafe(256 * 1024);
  private used = 0;
  private starts = new Uint32Array(16 * 1024);
  private count = 0;
  private readonly decoded: string[] = [];
  private capturing = false;
  private phonetic = 0;

  /** The string at `index`; undefined when the table has none there. */
  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const kept = this.decoded[index];
    if (kept !== undefined) return kept;
    const end = index + 1 < this.count ? this.starts[index + 1] : this.used;
    const text = this.store.toString("utf8", this.starts[index], end);
    if (index < KEPT_DECODED) this.decoded[index] = text;
    return text;
  }

  open(scanner: XmlScanner): void {
    const letter = scanner.bytes[scanner.nameStart];
    if (scanner.nameLength === 1) {
      if (letter === LETTER_T) this.capturing = this.phonetic === 0 && this.count > 0;
    } else if (scanner.nameLength === 2) {
      if (letter === LETTER_S) this.begin();
    } else if (scanner.localName() === "rPh") this.phonetic++;
  }

  close(scanner: XmlScanner): void {
    if (scanner.nameLength === 1) this.capturing = false;
    else if (scanner.nameLength === 3 && scanner.localName() === "rPh") this.phonetic--;
  }

  text(scanner: XmlScanner, start: number, end: number, flags: number): void {
    if (!this.capturing) return;
    if (flags <= 1) {
      this.reserve(end - start);
      this.used += scanner.bytes.copy(this.store, this.used, start, end);
      return;
    }
    const text = scanner.decode(start, end, flags);
    this.reserve(Buffer.byteLength(text));
    this.used += this.store.write(text, this.used, "utf8");
  }

  private begin(): void {
    if (this.count === this.starts.length) {
      const grown = new Uint32Array(this.count * 2);
      grown.set(this.starts);
      this.starts = grown;
    }
    this.starts[this.count++] = this.used;
  }

  private reserve(bytes: number): void {
    if (bytes > 200_000) throw damaged("有一处文字长得反常");
    if (this.used + bytes <= this.store.length) return;
    if (this.used + bytes > MAX_TEXT_BYTES) throw tooMuchText();
    const grown = Buffer.allocUnsafe(Math.min(MAX_TEXT_BYTES, this.store.length * 2));
    this.store.copy(grown, 0, 0, this.used);
    this.store = grown;
  }
}

function tooMuchText(): WorkbookRefused {
  return new WorkbookRefused(
    "too-large",
    "工作簿的文字总量超过 256 MB 的上限，已停止读取。请拆分成几个文件（如按班期、按县区）后再导入。",
  );
}
