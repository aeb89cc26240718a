import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import type { Profile } from "~/platform/crypto/cipher-suite.server";
import { createKeyRing, KeyRing } from "~/platform/crypto/key-ring.server";
import { selfTest } from "~/platform/crypto/self-test.server";

/** The keys cannot be used; the message says in Chinese what the operator must do. */
export class KeyRingProblem extends Error {
  override readonly name = "KeyRingProblem";
}

export interface KeyRingSource {
  /** The key file, made at first start with owner-only rights. */
  readonly path: string;
  /** KEY_RING: the same JSON in base64. When given, the file is neither read nor made. */
  readonly env?: string | undefined;
  /** Algorithms of a ring made now; a ring that exists keeps its own. */
  readonly profile?: Profile;
  /** False when the database already holds sealed data: a missing file is then a loss, not a first start. */
  readonly mayCreate?: boolean;
}

/**
 * Loads the keys and tests the algorithms they use.
 * @throws KeyRingProblem when they are missing, damaged, or readable by others
 */
export function loadKeyRing(source: KeyRingSource): KeyRing {
  const ring = source.env === undefined ? fromFile(source) : fromEnvironment(source.env);
  for (const profile of ring.profiles) selfTest(profile);
  return ring;
}

/** Writes the ring in place of the file: aside with mode 0600, flushed, then renamed. */
export function saveKeyRing(file: string, ring: KeyRing): void {
  renameSync(writeAside(file, ring), file);
  flushFolder(file);
}

/**
 * Compares the ring with the check values kept in the database (`{}` before the first start). Keys the
 * database does not know yet are fine: record `ring.checkValues()` afterwards.
 * @throws KeyRingProblem naming each key that is missing or different
 */
export function assertKeysMatch(ring: KeyRing, recorded: Readonly<Record<string, string>>): void {
  const own = ring.checkValues();
  const wrong = Object.keys(recorded).filter((id) => own[id] !== recorded[id]);
  if (wrong.length === 0) return;
  throw new KeyRingProblem(
    `密钥与数据库不符（${wrong.join("、")}）：请放回原来的密钥文件后再启动，以免写入无法解密的数据`,
  );
}

function fromEnvironment(text: string): KeyRing {
  return parse(Buffer.from(text, "base64").toString("utf8"), "环境变量 KEY_RING");
}

function fromFile(source: KeyRingSource): KeyRing {
  if (!existsSync(source.path)) {
    if (source.mayCreate === false) {
      throw new KeyRingProblem(
        `找不到密钥文件 ${source.path}：数据库中已有加密数据，请从备份放回原密钥`,
      );
    }
    createFile(source.path, createKeyRing(source.profile ?? "intl"));
  }
  const mode = statSync(source.path).mode & 0o777;
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    throw new KeyRingProblem(
      `密钥文件 ${source.path} 的权限为 ${mode.toString(8)}，其他用户可以读取；请执行 chmod 600 后再启动`,
    );
  }
  return parse(readFileSync(source.path, "utf8"), `密钥文件 ${source.path}`);
}

function parse(text: string, origin: string): KeyRing {
  try {
    return new KeyRing(JSON.parse(text));
  } catch {
    // The parser's own message would quote the secrets.
    throw new KeyRingProblem(`${origin} 的内容已损坏或格式不对，请从备份恢复`);
  }
}

/** Two first starts at once must end with one ring: a link, unlike a rename, never replaces a file. */
function createFile(file: string, ring: KeyRing): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const aside = writeAside(file, ring);
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  flushFolder(file);
}

function writeAside(file: string, ring: KeyRing): string {
  const aside = `${file}.${randomUUID()}.part`;
  const handle = openSync(aside, "wx", 0o600);
  try {
    writeSync(handle, `${JSON.stringify(ring.toDocument(), null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return aside;
}

function flushFolder(file: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(path.dirname(file), "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
