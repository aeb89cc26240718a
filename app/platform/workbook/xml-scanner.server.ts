import { decodeXmlText } from "~/platform/workbook/xml-text.server";
import { damaged, WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";

/** What a reader of one part hears. Names and attributes are asked of the scanner during the call. */
export interface XmlHandler {
  open(scanner: XmlScanner): void;
  close(scanner: XmlScanner): void;
  /** Character data in `scanner.bytes` from `start` to `end`; `flags` are for `scanner.decode`. */
  text(scanner: XmlScanner, start: number, end: number, flags: number): void;
}

const NON_ASCII = 1;
const NEEDS_DECODING = 2;
const LITERAL = 4;

const LT = 60;
const GT = 62;
const SLASH = 47;
const MAX_DEPTH = 64;
/** No tag or text of a real workbook comes near this (a cell holds at most 32,767 characters). */
const MAX_TOKEN_BYTES = 1024 * 1024;
const EMPTY = Buffer.alloc(0);
const CDATA = Buffer.from("<![CDATA[");

/**
 * Streaming XML scanner over UTF-8 bytes, for the parts of a workbook. It keeps no tree, resolves
 * no entity but the five built-in and numeric ones, and refuses every DOCTYPE, so neither external
 * entities nor entity bombs exist for it. Elements are known by local name: prefixes do not matter.
 * Strings are decoded into fresh copies, never slices that would keep a whole chunk alive.
 */
export class XmlScanner {
  bytes: Buffer = EMPTY;
  nameStart = 0;
  nameEnd = 0;
  /** Where the tag ends: the index of its `>`. */
  tagEnd = 0;
  private depth = 0;
  private seenElement = false;

  constructor(private readonly handler: XmlHandler) {}

  push(chunk: Buffer): void {
    this.bytes = this.bytes.length === 0 ? chunk : Buffer.concat([this.bytes, chunk]);
    const consumed = this.run();
    this.bytes = this.bytes.subarray(consumed);
    if (this.bytes.length > MAX_TOKEN_BYTES) throw damaged("有一处内容长得反常");
  }

  /** Call when the part is complete. Throws `damaged` when it broke off. */
  finish(): void {
    const rest = this.bytes.length > 0 && this.bytes.toString("latin1").trim() !== "";
    if (rest || this.depth !== 0 || !this.seenElement) throw damaged("表格内容不完整");
    this.bytes = EMPTY;
  }

  get nameLength(): number {
    return this.nameEnd - this.nameStart;
  }

  localName(): string {
    return this.bytes.toString(undefined, this.nameStart, this.nameEnd);
  }

  /** The attributes of the tag just opened, by name without prefix; `xmlns` declarations left out. */
  attributes(): Map<string, string> {
    const found = new Map<string, string>();
    const tag = this.bytes.toString("utf8", this.nameEnd, this.tagEnd);
    for (const match of tag.matchAll(/([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      const [prefix = "", local] = (match[1] ?? "").split(":");
      const value = decodeXmlText(match[2] ?? match[3] ?? "", false);
      if (prefix !== "xmlns") found.set(local ?? prefix, value);
    }
    return found;
  }

  decode(start: number, end: number, flags: number): string {
    // Without an encoding named, Buffer takes its shortest way to UTF-8: it is called a million times.
    const raw = this.bytes.toString(undefined, start, end);
    return flags <= NON_ASCII ? raw : decodeXmlText(raw, (flags & LITERAL) !== 0);
  }

  private run(): number {
    const { bytes } = this;
    let at = 0;
    while (at < bytes.length) {
      const next = bytes[at] === LT ? this.markup(at) : this.characters(at);
      if (next === -1) return at;
      at = next;
    }
    return at;
  }

  private characters(start: number): number {
    const { bytes } = this;
    const length = bytes.length;
    let flags = 0;
    let at = start;
    for (; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === LT) break;
      if (byte > 127) flags |= NON_ASCII;
      else if (byte === 38 || byte === 13 || byte === 95) flags |= NEEDS_DECODING;
    }
    if (at === length) return -1;
    if (this.depth > 0) this.handler.text(this, start, at, flags);
    return at;
  }

  private markup(start: number): number {
    const { bytes } = this;
    const second = bytes[start + 1];
    if (second === undefined) return -1;
    if (second === 33) return this.declaration(start);
    if (second === 63) return this.after("?>", start + 2);
    const closing = second === SLASH;
    const end = this.endOfTag(start + 1);
    if (end === -1) return -1;
    this.tagEnd = end;
    this.readName(closing ? start + 2 : start + 1);
    if (closing) this.closeElement();
    else this.openElement(bytes[end - 1] === SLASH);
    return end + 1;
  }

  private openElement(selfClosing: boolean): void {
    this.seenElement = true;
    if (++this.depth > MAX_DEPTH) throw damaged("内容嵌套过深");
    this.handler.open(this);
    if (selfClosing) this.closeElement();
  }

  private closeElement(): void {
    if (--this.depth < 0) throw damaged("表格内容前后不配对");
    this.handler.close(this);
  }

  private endOfTag(from: number): number {
    const { bytes } = this;
    let quote = 0;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GT) return at;
      else if (byte === 34 || byte === 39) quote = byte;
      else if (byte === LT) throw damaged("表格内容前后不配对");
    }
    return -1;
  }

  private readName(from: number): void {
    const { bytes } = this;
    this.nameStart = from;
    let at = from;
    for (; at < this.tagEnd; at++) {
      const byte = bytes[at] as number;
      if (byte <= 32 || byte === SLASH) break;
      if (byte === 58) this.nameStart = at + 1;
    }
    this.nameEnd = at;
    if (this.nameEnd === this.nameStart) throw damaged("表格内容前后不配对");
  }

  private declaration(start: number): number {
    const { bytes } = this;
    if (bytes.length < start + CDATA.length) return -1;
    if (bytes[start + 2] === 45) return this.after("-->", start + 4);
    if (!bytes.subarray(start, start + CDATA.length).equals(CDATA)) throw externalEntities();
    const end = this.after("]]>", start + CDATA.length);
    if (end !== -1 && this.depth > 0) {
      this.handler.text(this, start + CDATA.length, end - 3, NON_ASCII | LITERAL);
    }
    return end;
  }

  private after(mark: string, from: number): number {
    const found = this.bytes.indexOf(mark, from);
    return found === -1 ? -1 : found + mark.length;
  }
}

function externalEntities(): WorkbookRefused {
  return new WorkbookRefused(
    "external-entities",
    "文件内含有外部实体声明（DOCTYPE），正常的工作簿不会有，出于安全未读取。请把名册内容复制到新建的工作簿，另存为 .xlsx 后再导入。",
  );
}
