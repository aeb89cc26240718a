import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";

/** How a file is to be read. Everything else is refused by `kindOfFile`. */
export type FileKind = "xlsx" | "xls" | "text";

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const SAVE_AS = "请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。";

/** First bytes of files that are no workbook, with the name an officer knows them by. */
const OTHER_KINDS: readonly (readonly [magic: Buffer, name: string])[] = [
  [Buffer.from("7f454c46", "hex"), "可执行程序"],
  [Buffer.from("%PDF"), "PDF 文件"],
  [Buffer.from("89504e47", "hex"), "图片"],
  [Buffer.from("ffd8ff", "hex"), "图片"],
  [Buffer.from("GIF8"), "图片"],
  [Buffer.from("RIFF"), "图片或音视频"],
  [Buffer.from("Rar!"), "RAR 压缩包"],
  [Buffer.from("377abcaf271c", "hex"), "7z 压缩包"],
  [Buffer.from("1f8b", "hex"), "gzip 压缩包"],
  [Buffer.from("{\\rtf"), "RTF 文档"],
];

/** Decides by the first bytes what a file is; the extension has no say. */
export function kindOfFile(bytes: Buffer): FileKind {
  if (bytes.length === 0) throw emptyFile();
  if (bytes.readUInt8(0) === 0x50 && /^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head(bytes, 4))) {
    return "xlsx";
  }
  if (bytes.subarray(0, 8).equals(OLE)) return kindInsideOle(bytes);
  // A bare BIFF stream, Excel 2 to 4: record 0009, 0209 or 0409, with a length of 4 to 8 bytes.
  if (/^\x09[\x00\x02\x04][\x04-\x08]\x00/.test(head(bytes, 4))) return "xls";
  // MZ may also be the first header of a text table (民族 by its initials): a program has zeros.
  if (/^MZ/.test(head(bytes, 2)) && head(bytes, 256).includes("\0")) {
    throw notAWorkbook("可执行程序（.exe）");
  }
  const other = OTHER_KINDS.find(([magic]) => bytes.subarray(0, magic.length).equals(magic));
  if (other !== undefined) throw notAWorkbook(other[1]);
  refuseMarkup(bytes);
  return "text";
}

/** The same message wherever a file turns out to hold nothing. */
export function emptyFile(): WorkbookRefused {
  return new WorkbookRefused(
    "empty",
    "文件是空的，没有任何内容。请确认选对了文件，或请发件人重新发送。",
  );
}

/** `what` is the kind of file it really is, in Chinese. */
export function notAWorkbook(what: string): WorkbookRefused {
  return new WorkbookRefused(
    "not-a-workbook",
    `这不是工作簿，而是${what}，只是名称像表格。请选择 .xlsx、.xls 或 .csv 格式的名册。`,
  );
}

/** An OLE container holds old workbooks, but also encrypted new ones and old Word documents. */
function kindInsideOle(bytes: Buffer): FileKind {
  if (holdsStream(bytes, "EncryptedPackage")) throw passwordProtected();
  if (holdsStream(bytes, "Workbook") || holdsStream(bytes, "Book")) return "xls";
  if (holdsStream(bytes, "WordDocument")) throw notAWorkbook(" Word 文档");
  if (holdsStream(bytes, "PowerPoint Document")) throw notAWorkbook("演示文稿");
  throw new WorkbookRefused("unsupported", `文件里找不到工作表，可能是别的旧格式。${SAVE_AS}`);
}

/** Whether an OLE file has a stream or storage of this name; its directory is UTF-16. */
export function holdsStream(bytes: Buffer, name: string): boolean {
  return bytes.includes(Buffer.from(`${name}\0`, "utf16le"));
}

export function passwordProtected(): WorkbookRefused {
  return new WorkbookRefused(
    "encrypted",
    "工作簿设有打开密码，无法读取。请用 Excel 或 WPS 打开，在“文件—信息—保护工作簿”（WPS 为“文件—文档加密”）中去掉密码，保存后再导入。",
  );
}

/** Many web systems save an HTML table or XML under the name .xls; Excel opens it, we say so. */
function refuseMarkup(bytes: Buffer): void {
  const start = head(bytes, 4096)
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "")
    .trimStart()
    .toLowerCase();
  if (/^<\?xml/.test(start) && start.includes("schemas-microsoft-com:office:spreadsheet")) {
    throw new WorkbookRefused("unsupported", `这是 XML 表格 2003 格式，无法直接读取。${SAVE_AS}`);
  }
  const isHtml =
    /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|meta|body|table|style|div)\b/;
  if (isHtml.test(start)) throw webPage("网页");
  if (/^(mime-version:|from:[^\n]*\r?\n[\s\S]*mime-version:)/.test(start))
    throw webPage("单个网页文件（MHTML）");
  if (/^<\?xml/.test(start)) throw notAWorkbook(" XML 文件");
}

function webPage(what: string): WorkbookRefused {
  return new WorkbookRefused(
    "html-as-xls",
    `这是存成表格名称的${what}，不是真正的工作簿。${SAVE_AS}`,
  );
}

function head(bytes: Buffer, length: number): string {
  return bytes.toString("latin1", 0, length);
}
