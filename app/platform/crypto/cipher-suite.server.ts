import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from "node:crypto";

/** `intl` is AES-256-GCM with SHA-256; `gm` the national set: SM4 and SM3. */
export type Profile = "intl" | "gm";

/** What was sealed cannot be opened: another key, another context, or changed bytes. Never says which. */
export class DecryptionFailed extends Error {
  override readonly name = "DecryptionFailed";
  constructor() {
    super("数据无法解密：密钥不符，或内容已被改动");
  }
}

/** The two keys of a suite; AES-GCM authenticates with its only key and leaves `mac` unused. */
export interface SuiteKey {
  readonly encryption: Buffer;
  readonly mac: Buffer;
}

/** Authenticated encryption: `seal` answers cipher text followed by the tag, `open` throws DecryptionFailed. */
export interface CipherSuite {
  /** Stands for the profile in sealed bytes; never reused. */
  readonly code: number;
  readonly hash: "sha256" | "sm3";
  readonly ivBytes: number;
  readonly tagBytes: number;
  seal(key: SuiteKey, iv: Buffer, bound: Buffer, plain: Buffer): Buffer;
  open(key: SuiteKey, iv: Buffer, bound: Buffer, sealed: Buffer): Buffer;
}

const intl: CipherSuite = {
  code: 1,
  hash: "sha256",
  ivBytes: 12,
  tagBytes: 16,
  seal(key, iv, bound, plain) {
    const cipher = createCipheriv("aes-256-gcm", key.encryption, iv, { authTagLength: 16 });
    cipher.setAAD(bound);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open(key, iv, bound, sealed) {
    if (sealed.length < 16) throw new DecryptionFailed();
    const end = sealed.length - 16;
    const cipher = createDecipheriv("aes-256-gcm", key.encryption, iv, { authTagLength: 16 });
    cipher.setAAD(bound);
    cipher.setAuthTag(sealed.subarray(end));
    const plain = cipher.update(sealed.subarray(0, end));
    try {
      return Buffer.concat([plain, cipher.final()]);
    } catch {
      throw new DecryptionFailed();
    }
  },
};

// Node has SM4 without an authenticated mode, hence encrypt-then-MAC with two keys.
const gm: CipherSuite = {
  code: 2,
  hash: "sm3",
  ivBytes: 16,
  tagBytes: 32,
  seal(key, iv, bound, plain) {
    const cipher = createCipheriv("sm4-ctr", key.encryption.subarray(0, 16), iv);
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([text, smTag(key, iv, bound, text)]);
  },
  open(key, iv, bound, sealed) {
    if (sealed.length < 32) throw new DecryptionFailed();
    const end = sealed.length - 32;
    const text = sealed.subarray(0, end);
    const isWhole = timingSafeEqual(smTag(key, iv, bound, text), sealed.subarray(end));
    if (!isWhole) throw new DecryptionFailed();
    const cipher = createDecipheriv("sm4-ctr", key.encryption.subarray(0, 16), iv);
    return Buffer.concat([cipher.update(text), cipher.final()]);
  },
};

export const SUITES: Record<Profile, CipherSuite> = { intl, gm };

/** 32 bytes for one purpose (HKDF of RFC 5869 with the profile's hash); purposes never share a key. */
export function deriveKey(profile: Profile, secret: Buffer, purpose: string, salt = ""): Buffer {
  const info = `labour-cooperation-rosters/v1/${purpose}`;
  return Buffer.from(hkdfSync(SUITES[profile].hash, secret, salt, info, 32));
}

function smTag(key: SuiteKey, iv: Buffer, bound: Buffer, text: Buffer): Buffer {
  // The length keeps the end of what is bound from being read as the start of the cipher text.
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bound.length);
  return createHmac("sm3", key.mac).update(length).update(bound).update(iv).update(text).digest();
}
