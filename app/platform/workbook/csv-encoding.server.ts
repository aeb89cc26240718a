import { isUtf8 } from "node:buffer";
import { damaged, WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import { notAWorkbook } from "~/platform/workbook/file-kind.server";

/** How the text is encoded, and where it begins after a byte order mark. */
export interface TextEncoding {
  readonly name: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
  readonly start: number;
}

const CHUNK_BYTES = 256 * 1024;
const SAMPLE_BYTES = 64 * 1024;
const SAVE_AS = "请用 Excel 或 WPS 打开后另存为 .xlsx（或“CSV UTF-8”）再导入。";

/**
 * Decides the encoding: byte order mark, then strict UTF-8, then GB18030 (which contains GBK and
 * GB 2312). GB18030 is proved as the text is read, because it covers almost every byte sequence.
 */
export function encodingOf(bytes: Buffer): TextEncoding {
  if (startsWith(bytes, 0xff, 0xfe)) return { name: "utf-16le", start: 2 };
  if (startsWith(bytes, 0xfe, 0xff)) return { name: "utf-16be", start: 2 };
  if (holdsControls(bytes)) throw notAWorkbook("无法识别的二进制文件");
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    if (!isUtf8(bytes)) throw unreadable();
    return { name: "utf-8", start: 3 };
  }
  if (isUtf8(bytes)) return { name: "utf-8", start: 0 };
  // A UTF-8 file with a broken place would pass as GB18030 and turn every name into rubbish.
  if (looksLikeUtf8(bytes)) throw damaged("文字编码前后不一致");
  return { name: "gb18030", start: 0 };
}

/** The text as UTF-8 bytes, chunk by chunk. Throws `unreadable-encoding` at the first impossible byte. */
export function* utf8Chunks(bytes: Buffer, encoding: TextEncoding): Generator<Buffer> {
  const decoder =
    encoding.name === "utf-8"
      ? null
      : new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true });
  for (let at = encoding.start; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    yield decoder === null ? chunk : reencode(decoder, chunk);
  }
  if (decoder !== null) yield reencode(decoder, null);
}

function reencode(decoder: TextDecoder, chunk: Buffer | null): Buffer {
  try {
    return Buffer.from(chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }));
  } catch {
    throw unreadable();
  }
}

function unreadable(): WorkbookRefused {
  return new WorkbookRefused(
    "unreadable-encoding",
    `文本表格的文字编码无法识别（既不是 UTF-8，也不是 GB18030）。${SAVE_AS}`,
  );
}

/** Control characters that no text table has; a file with them is something else. */
function holdsControls(bytes: Buffer): boolean {
  if (bytes.includes(0)) return true;
  return /[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]/.test(bytes.toString("latin1", 0, SAMPLE_BYTES));
}

/** Read as UTF-8, GBK text is nearly all replacement characters; damaged UTF-8 is nearly all Chinese. */
function looksLikeUtf8(bytes: Buffer): boolean {
  const text = bytes.toString("utf8", 0, SAMPLE_BYTES);
  const chinese = text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return chinese > 3 * broken;
}

function startsWith(bytes: Buffer, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
