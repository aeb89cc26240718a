import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openStream, sealStream } from "~/platform/crypto/file-cipher.server";
import { platform } from "~/platform/platform.server";

export { StoreUnavailable } from "~/platform/evidence-store-driver.server";

export interface StoredBytes {
  /** Bytes of the plain file. */
  readonly size: number;
  /** SHA-256 of the plain file. */
  readonly sha256: Buffer;
}

/** The upload ran over the limit; nothing was kept. */
export class FileTooLarge extends Error {}

/**
 * Seals the bytes into the store under `id`: written aside, flushed to disk, then taken over by the
 * disk or the service that the platform was opened with, so a file is there whole or not at all.
 * Write the database row after this returns.
 * @throws FileTooLarge when more than `maxBytes` arrive
 * @throws StoreUnavailable when the service is down; nothing was kept
 */
export async function storeFile(
  id: string,
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredBytes> {
  const { store } = platform();
  const aside = store.asideOf(checked(id));
  await mkdir(path.dirname(aside), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      size += chunk.length;
      hash.update(chunk);
      next(size > maxBytes ? new FileTooLarge() : null, chunk);
    },
  });
  try {
    const out = createWriteStream(aside, { mode: 0o600 });
    await pipeline(Readable.from(bytes), measure, sealStream(platform().keyRing, id), out);
    await flush(aside);
    await store.take(id, aside);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  return { size, sha256: hash.digest() };
}

/** The plain bytes of a stored file. Throws when a byte of the sealed file was changed. */
export async function readStoredFile(id: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of readStoredStream(id)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/**
 * The same as a stream; the stream errors on tampering. The sealed file is opened with the first read,
 * and let go of when the reader stops before the end: most pictures are asked for by their first bytes.
 */
export function readStoredStream(id: string): Readable {
  return Readable.from(plainBytes(checked(id)), { objectMode: false });
}

async function* plainBytes(id: string): AsyncGenerator<Buffer> {
  const opened = openStream(platform().keyRing, id);
  const source = platform().store.read(id);
  // The reader hears of an error through `opened`; nobody else has to.
  pipeline(source, opened).catch(() => undefined);
  for await (const part of opened) yield part as Buffer;
}

export async function removeStoredFile(id: string): Promise<void> {
  await platform().store.remove(checked(id));
}

/** An id becomes part of a path or an address. */
function checked(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error("not a file id");
  return id;
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}
