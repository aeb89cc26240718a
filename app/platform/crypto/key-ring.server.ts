import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { deriveKey } from "~/platform/crypto/cipher-suite.server";
import type { Profile, SuiteKey } from "~/platform/crypto/cipher-suite.server";

const profile = z.enum(["intl", "gm"]);
const secret = z
  .string()
  .refine((text) => Buffer.from(text, "base64").toString("base64") === text, "not base64")
  .refine((text) => Buffer.from(text, "base64").length === 32, "not 32 bytes");
const keyId = z.string().regex(/^k[1-9]\d{0,3}$/);
const documentSchema = z
  .object({
    current: keyId,
    keys: z.record(keyId, z.object({ profile, secret })),
    index: z.object({ profile, secret }),
  })
  .refine(({ current, keys }) => keys[current] !== undefined, "the current key is missing");

/** The key ring as it lies in its file and in KEY_RING: secrets are 32 bytes in base64. */
export type KeyRingDocument = z.infer<typeof documentSchema>;

/** One key of the ring with its derived keys; `number` is the id without its `k`. */
export interface RingKey {
  readonly id: string;
  readonly number: number;
  readonly profile: Profile;
  readonly field: SuiteKey;
  readonly file: Buffer;
}

export type IndexPurpose = "idCard" | "phone" | "bankCard";

/**
 * The keys of one installation. New data is sealed with the current key; older keys stay until all
 * they sealed has been sealed anew. The index secret never rotates with them: blind indexes would
 * stop matching. Secrets are private fields so that no log or JSON shows them.
 */
export class KeyRing {
  readonly #document: KeyRingDocument;
  readonly #keys = new Map<number, RingKey>();
  readonly #index = new Map<IndexPurpose, Buffer>();

  /** @throws ZodError when the document is malformed */
  constructor(document: unknown) {
    this.#document = documentSchema.parse(document);
    for (const [id, key] of Object.entries(this.#document.keys)) {
      const ringKey = derive(id, key.profile, Buffer.from(key.secret, "base64"));
      this.#keys.set(ringKey.number, ringKey);
    }
    const { index } = this.#document;
    for (const purpose of ["idCard", "phone", "bankCard"] as const) {
      const key = deriveKey(index.profile, Buffer.from(index.secret, "base64"), `blind:${purpose}`);
      this.#index.set(purpose, key);
    }
  }

  /** The id of the key that seals new data, such as `k1`. */
  get current(): string {
    return this.#document.current;
  }

  get indexProfile(): Profile {
    return this.#document.index.profile;
  }

  /** The profiles in use, for the self test. */
  get profiles(): readonly Profile[] {
    return [...new Set([this.indexProfile, ...[...this.#keys.values()].map((key) => key.profile)])];
  }

  currentKey(): RingKey {
    return this.key(Number(this.current.slice(1)));
  }

  /** @throws RangeError when the ring has no key of that number */
  key(number: number): RingKey {
    const key = this.#keys.get(number);
    if (key === undefined) throw new RangeError(`the key ring has no key k${number}`);
    return key;
  }

  has(number: number): boolean {
    return this.#keys.has(number);
  }

  /** The 32-byte key of a blind index. */
  indexKey(purpose: IndexPurpose): Buffer {
    const key = this.#index.get(purpose);
    if (key === undefined) throw new RangeError(`no index key for ${purpose}`);
    return key;
  }

  /** The secrets themselves, for the key file only. */
  toDocument(): KeyRingDocument {
    return structuredClone(this.#document);
  }

  /**
   * A short proof per key (`index`, `k1`, …) that says nothing about the key: keep it in the
   * database and compare at every start with `assertKeysMatch`.
   */
  checkValues(): Record<string, string> {
    const { keys, index } = this.#document;
    const entries = [["index", index] as const, ...Object.entries(keys)];
    return Object.fromEntries(entries.map(([id, key]) => [id, checkValue(key)]));
  }
}

/** A ring with one new random key. */
export function createKeyRing(profile: Profile): KeyRing {
  const newSecret = () => ({ profile, secret: randomBytes(32).toString("base64") });
  return new KeyRing({ current: "k1", keys: { k1: newSecret() }, index: newSecret() });
}

function derive(id: string, profile: Profile, secret: Buffer): RingKey {
  const field = {
    encryption: deriveKey(profile, secret, "field:encryption"),
    mac: deriveKey(profile, secret, "field:mac"),
  };
  const file = deriveKey(profile, secret, "file");
  return { id, number: Number(id.slice(1)), profile, field, file };
}

function checkValue(key: { profile: Profile; secret: string }): string {
  const proof = deriveKey(key.profile, Buffer.from(key.secret, "base64"), "check");
  return createHmac("sha256", proof).update("check").digest("hex").slice(0, 16);
}
