import { randomBytes } from "node:crypto";
import { Transform } from "node:stream";
import type { CipherSuite, SuiteKey } from "~/platform/crypto/cipher-suite.server";
import { DecryptionFailed, deriveKey, SUITES } from "~/platform/crypto/cipher-suite.server";
import {
  FILE_ENVELOPE,
  HEADER_BYTES,
  readHeader,
  writeHeader,
} from "~/platform/crypto/envelope.server";
import type { KeyRing, RingKey } from "~/platform/crypto/key-ring.server";

// A sealed file is: header (4), salt (16), then frames of 64 KiB of plain bytes, each with its own tag.
// The salt gives every file a key of its own, so the IV may be the number of the frame. Number, "this
// is the last" and the file's id are bound to each frame: moved, missing or added frames do not open.

const FRAME_BYTES = 64 * 1024;
const SALT_BYTES = 16;
const PRELUDE_BYTES = HEADER_BYTES + SALT_BYTES;

/** A stream of plain bytes into sealed bytes, bound to the file's id. */
export function sealStream(ring: KeyRing, fileId: string): Transform {
  const key = ring.currentKey();
  const prelude = Buffer.concat([writeHeader(FILE_ENVELOPE, key), randomBytes(SALT_BYTES)]);
  const frames = frameCipher(key, SUITES[key.profile], prelude, fileId);
  const splitter = new FrameSplitter(FRAME_BYTES);
  const transform = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      for (const plain of splitter.fullFrames(chunk)) this.push(frames.seal(plain, false));
      next();
    },
    flush(done) {
      this.push(frames.seal(splitter.rest(), true));
      done();
    },
  });
  transform.push(prelude);
  return transform;
}

/**
 * A stream of sealed bytes back into plain ones. It fails with DecryptionFailed on any change, on
 * truncation and on another file's id; what came out before the failure was genuine but not whole, so
 * use none of it until the stream has ended.
 */
export function openStream(ring: KeyRing, fileId: string): Transform {
  const opener = new FileOpener(ring, fileId);
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      try {
        for (const plain of opener.take(chunk)) this.push(plain);
        next();
      } catch (error) {
        next(asError(error));
      }
    },
    flush(done) {
      try {
        this.push(opener.last());
        done();
      } catch (error) {
        done(asError(error));
      }
    },
  });
}

/** Collects the prelude first, then opens frame by frame. */
class FileOpener {
  #prelude = Buffer.alloc(0);
  #body: { frames: FrameCipher; splitter: FrameSplitter } | null = null;

  constructor(
    private readonly ring: KeyRing,
    private readonly fileId: string,
  ) {}

  *take(chunk: Buffer): Generator<Buffer> {
    let rest = chunk;
    if (this.#body === null) {
      const all = Buffer.concat([this.#prelude, chunk]);
      this.#prelude = all.subarray(0, PRELUDE_BYTES);
      if (all.length < PRELUDE_BYTES) return;
      rest = all.subarray(PRELUDE_BYTES);
      const { key, suite } = readHeader(this.ring, FILE_ENVELOPE, this.#prelude);
      const splitter = new FrameSplitter(FRAME_BYTES + suite.tagBytes);
      this.#body = { frames: frameCipher(key, suite, this.#prelude, this.fileId), splitter };
    }
    const { frames, splitter } = this.#body;
    for (const sealed of splitter.fullFrames(rest)) yield frames.open(sealed, false);
  }

  last(): Buffer {
    if (this.#body === null) throw new DecryptionFailed();
    return this.#body.frames.open(this.#body.splitter.rest(), true);
  }
}

interface FrameCipher {
  seal(plain: Buffer, isLast: boolean): Buffer;
  open(sealed: Buffer, isLast: boolean): Buffer;
}

/** Seals or opens the frames of one file in their order. */
function frameCipher(
  key: RingKey,
  suite: CipherSuite,
  prelude: Buffer,
  fileId: string,
): FrameCipher {
  const salt = prelude.toString("hex", HEADER_BYTES);
  const own: SuiteKey = {
    encryption: deriveKey(key.profile, key.file, "file:encryption", salt),
    mac: deriveKey(key.profile, key.file, "file:mac", salt),
  };
  let number = 0;
  const next = (isLast: boolean) => {
    // The low half of SM4's sixteen bytes counts the blocks inside the frame.
    const iv = Buffer.alloc(suite.ivBytes);
    iv.writeUInt32BE(number, 4);
    number += 1;
    const bound = Buffer.concat([prelude, iv, Buffer.from([isLast ? 1 : 0]), Buffer.from(fileId)]);
    return { iv, bound };
  };
  return {
    seal(plain, isLast) {
      const { iv, bound } = next(isLast);
      return suite.seal(own, iv, bound, plain);
    },
    open(sealed, isLast) {
      const { iv, bound } = next(isLast);
      return suite.open(own, iv, bound, sealed);
    },
  };
}

/** Cuts chunks of any size into full frames, always keeping back the last bytes for the last frame. */
class FrameSplitter {
  #pending = Buffer.alloc(0);

  constructor(private readonly frameBytes: number) {}

  *fullFrames(chunk: Buffer): Generator<Buffer> {
    let rest = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    while (rest.length > this.frameBytes) {
      yield rest.subarray(0, this.frameBytes);
      rest = rest.subarray(this.frameBytes);
    }
    // A copy: the chunk's memory belongs to its stream, which may fill it again.
    this.#pending = Buffer.from(rest);
  }

  rest(): Buffer {
    return this.#pending;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new DecryptionFailed();
}
