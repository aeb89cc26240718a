import { createInflateRaw } from "node:zlib";
import { crc32 } from "~/platform/workbook/crc32.server";
import { inMegabytes } from "~/platform/workbook/workbook-limits.server";
import { damaged, WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import type { ZipEntry } from "~/platform/workbook/zip-directory.server";

const CHUNK_BYTES = 256 * 1024;

/** Real sheets inflate about tenfold; deflate cannot exceed a thousandfold, and bombs come near it. */
const SUSPECT_RATIO = 200;
const SUSPECT_FROM_BYTES = 24 * 1024 * 1024;

/**
 * One part of the container, inflated chunk by chunk. Counts the bytes that really come out:
 * more than claimed, more than `maxBytes`, or a bomb's ratio is refused at once, and a wrong
 * checksum is refused at the end.
 */
export async function* inflatePart(entry: ZipEntry, maxBytes: number): AsyncGenerator<Buffer> {
  if (entry.encrypted) throw encryptedZip();
  let size = 0;
  let checksum = 0;
  for await (const chunk of rawChunks(entry)) {
    size += chunk.length;
    refuseBomb(entry, size, maxBytes);
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (size !== entry.claimedSize || checksum !== entry.crc32) throw damaged("内容校验不符");
}

/** A small part (relations, styles) as a whole. */
export async function readPart(entry: ZipEntry, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of inflatePart(entry, maxBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* rawChunks(entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.method === 0) {
    for (let at = 0; at < entry.data.length; at += CHUNK_BYTES) {
      yield entry.data.subarray(at, at + CHUNK_BYTES);
    }
    return;
  }
  if (entry.method !== 8) {
    throw new WorkbookRefused(
      "unsupported",
      "文件使用了不常见的压缩方式，无法读取。请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。",
    );
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  inflate.end(entry.data);
  const chunks: AsyncIterator<Buffer> = inflate[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await chunks.next().catch(() => {
        throw damaged("压缩数据读不出");
      });
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    inflate.destroy();
  }
}

function refuseBomb(entry: ZipEntry, size: number, maxBytes: number): void {
  const bombRatio = size > SUSPECT_FROM_BYTES && size > entry.data.length * SUSPECT_RATIO;
  if (bombRatio || size > entry.claimedSize) {
    throw new WorkbookRefused(
      "zip-bomb",
      "文件解压后异常膨胀，疑似压缩炸弹，已停止读取。请确认文件来源，并把名册内容复制到新建的工作簿，另存为 .xlsx 后再导入。",
    );
  }
  if (size > maxBytes) {
    throw new WorkbookRefused(
      "too-large",
      `文件解压后超过 ${inMegabytes(maxBytes)} 的上限，已停止读取。请拆分成几个文件（如按班期、按县区）后再导入。`,
    );
  }
}

function encryptedZip(): WorkbookRefused {
  return new WorkbookRefused(
    "encrypted",
    "压缩包设有密码，无法读取。请先解压出工作簿，去掉密码后再导入。",
  );
}
