import { damaged, WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";

/** One part of the container as its directory describes it; the sizes are claims, not facts. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  readonly claimedSize: number;
  /** The deflated bytes themselves, inside the uploaded buffer. */
  readonly data: Buffer;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const IN_ZIP64_FIELD = 0xffffffff;

/**
 * Reads a zip directory from memory (APPNOTE 4.3.12 to 4.3.16, zip64 included), synchronously and
 * with every offset checked: nothing in it can throw past us from a callback. Names are given in
 * lower case with forward slashes, because part names are compared without case (ECMA-376-2, 7.3).
 */
export function readZipDirectory(bytes: Buffer, maxEntries: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  const end = findEndOfDirectory(bytes);
  let offset = directoryOffset(bytes, end);
  while (
    offset < end &&
    fits(bytes, offset, 46) &&
    bytes.readUInt32LE(offset) === DIRECTORY_HEADER
  ) {
    const { entry, next } = readEntry(bytes, offset);
    if (entries.has(entry.name)) throw damaged("压缩包内有同名部件");
    entries.set(entry.name, entry);
    if (entries.size > maxEntries) throw tooManyEntries(maxEntries);
    offset = next;
  }
  if (entries.size === 0) throw damaged("压缩包目录读不出");
  return entries;
}

function tooManyEntries(maxEntries: number): WorkbookRefused {
  return new WorkbookRefused(
    "too-many-entries",
    `文件内部的部件超过 ${maxEntries} 个，不像正常的工作簿，未读取。请把名册内容复制到新建的工作簿（不要粘贴图片），另存为 .xlsx 后再导入。`,
  );
}

function findEndOfDirectory(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let offset = bytes.length - 22; offset >= earliest; offset--) {
    if (bytes.readUInt32LE(offset) === END_OF_DIRECTORY) return offset;
  }
  throw damaged("文件不完整，可能没有下载完");
}

function directoryOffset(bytes: Buffer, end: number): number {
  const offset = bytes.readUInt32LE(end + 16);
  if (offset !== IN_ZIP64_FIELD) return offset;
  const locator = end - 20;
  if (!fits(bytes, locator, 20) || bytes.readUInt32LE(locator) !== LOCATOR_64) return offset;
  const record = readSafeUInt64(bytes, locator + 8);
  if (!fits(bytes, record, 56) || bytes.readUInt32LE(record) !== END_OF_DIRECTORY_64) return offset;
  return readSafeUInt64(bytes, record + 48);
}

function readEntry(bytes: Buffer, offset: number): { entry: ZipEntry; next: number } {
  const nameEnd = offset + 46 + bytes.readUInt16LE(offset + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(offset + 30);
  const next = extraEnd + bytes.readUInt16LE(offset + 32);
  if (next > bytes.length) throw damaged("压缩包目录不完整");
  const sizes = [offset + 24, offset + 20, offset + 42].map((at) => bytes.readUInt32LE(at));
  const [claimedSize = 0, size = 0, local = 0] = fromZip64(
    bytes.subarray(nameEnd, extraEnd),
    sizes,
  );
  const entry: ZipEntry = {
    name: normalPartName(bytes.toString("utf8", offset + 46, nameEnd)),
    method: bytes.readUInt16LE(offset + 10),
    encrypted: (bytes.readUInt16LE(offset + 8) & 1) === 1,
    crc32: bytes.readUInt32LE(offset + 16),
    claimedSize,
    data: localData(bytes, local, size),
  };
  return { entry, next };
}

/** Zip64 puts the real values, in order, for those fields that hold 0xFFFFFFFF. */
function fromZip64(extra: Buffer, sizes: readonly number[]): number[] {
  if (!sizes.includes(IN_ZIP64_FIELD)) return [...sizes];
  let field = 0;
  while (fits(extra, field, 4) && extra.readUInt16LE(field) !== 1) {
    field += 4 + extra.readUInt16LE(field + 2);
  }
  let at = field + 4;
  return sizes.map((size) => {
    if (size !== IN_ZIP64_FIELD || !fits(extra, at, 8)) return size;
    at += 8;
    return readSafeUInt64(extra, at - 8);
  });
}

function localData(bytes: Buffer, local: number, size: number): Buffer {
  if (!fits(bytes, local, 30) || bytes.readUInt32LE(local) !== LOCAL_HEADER) {
    throw damaged("压缩包部件的位置不对");
  }
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (!fits(bytes, start, size)) throw damaged("文件不完整，可能没有下载完");
  return bytes.subarray(start, start + size);
}

export function normalPartName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function fits(bytes: Buffer, offset: number, length: number): boolean {
  return offset >= 0 && offset + length <= bytes.length;
}

function readSafeUInt64(bytes: Buffer, offset: number): number {
  return Number(bytes.readBigUInt64LE(offset));
}
