import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecryptionFailed } from "~/platform/crypto/cipher-suite.server";
import { openStream, sealStream } from "~/platform/crypto/file-cipher.server";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { createKeyRing } from "~/platform/crypto/key-ring.server";

const FRAME = 64 * 1024;
const PRELUDE = 20;

function through(bytes: Buffer, chunk: number, stream: NodeJS.ReadWriteStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk));
  const source = Readable.from(chunks);
  const piped = source.pipe(stream);
  return buffer(piped);
}
const seal = (ring: KeyRing, plain: Buffer, id = "file-1", chunk = 100_000) =>
  through(plain, chunk, sealStream(ring, id));
const open = (ring: KeyRing, sealed: Buffer, id = "file-1", chunk = 100_000) =>
  through(sealed, chunk, openStream(ring, id));
const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

const PROFILES = [
  ["intl", 16],
  ["gm", 32],
] as const;

describe.each(PROFILES)("sealed files with the %s algorithms", (profile, tag) => {
  const ring = createKeyRing(profile);

  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 3 * FRAME + 5])(
    "of %i bytes come back whole",
    async (size) => {
      const plain = randomBytes(size);
      const sealed = await seal(ring, plain);
      expect(sealed.length).toBe(PRELUDE + size + Math.max(1, Math.ceil(size / FRAME)) * tag);
      expect(digest(await open(ring, sealed))).toBe(digest(plain));
    },
  );

  it("come back whole however the bytes are cut into chunks", async () => {
    const plain = randomBytes(FRAME + 700);
    const sizes = fc.integer({ min: 1, max: 3 * FRAME });
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (one, other) => {
        const sealed = await seal(ring, plain, "file-1", Math.max(one, 500));
        expect(digest(await open(ring, sealed, "file-1", Math.max(other, 7)))).toBe(digest(plain));
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(PROFILES)("changed files with the %s algorithms", (profile, tag) => {
  const ring = createKeyRing(profile);

  it("do not open after any byte of a short file is changed", async () => {
    const sealed = await seal(ring, Buffer.from("花名册"));
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(open(ring, changed)).rejects.toThrow(DecryptionFailed);
    }
  });

  it("do not open when cut short anywhere, frame borders included", async () => {
    const sealed = await seal(ring, randomBytes(2 * FRAME + 9));
    const border = PRELUDE + FRAME + tag;
    const ends = [0, 3, PRELUDE - 1, PRELUDE, PRELUDE + tag, border - 1, border, border + 1];
    for (const end of [...ends, 2 * border - PRELUDE, sealed.length - 1]) {
      await expect(open(ring, sealed.subarray(0, end))).rejects.toThrow(DecryptionFailed);
    }
  });

  it("do not open with frames swapped, repeated, or bytes added", async () => {
    const sealed = await seal(ring, randomBytes(2 * FRAME + 9));
    const frame = (n: number) =>
      sealed.subarray(PRELUDE + n * (FRAME + tag), PRELUDE + (n + 1) * (FRAME + tag));
    const head = sealed.subarray(0, PRELUDE);
    for (const forged of [
      [head, frame(1), frame(0), frame(2)],
      [head, frame(0), frame(0), frame(1), frame(2)],
      [head, frame(1), frame(2)],
      [sealed, Buffer.from([0])],
    ]) {
      await expect(open(ring, Buffer.concat(forged))).rejects.toThrow(DecryptionFailed);
    }
  });

  it("do not open as another file or with another key ring", async () => {
    const sealed = await seal(ring, Buffer.from("花名册"));
    await expect(open(ring, sealed, "file-2")).rejects.toThrow(DecryptionFailed);
    await expect(open(createKeyRing(profile), sealed)).rejects.toThrow(DecryptionFailed);
  });

  it("are sealed with a key of their own each time", async () => {
    const plain = Buffer.alloc(64);
    const [one, other] = [await seal(ring, plain), await seal(ring, plain)];
    expect(one.subarray(PRELUDE)).not.toEqual(other.subarray(PRELUDE));
  });
});
