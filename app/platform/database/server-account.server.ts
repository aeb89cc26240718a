import { accessSync, constants, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The operating system account a PostgreSQL process runs as. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: ServerAccount = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root, so root's processes hand it to `postgres`, or where that account is missing to
 * `nobody`. An existing cluster keeps its owner: accounts may be renumbered when a container is rebuilt.
 *
 * @param clusterDir where the cluster is, or will be
 * @returns null when this process is not root (or on Windows) and runs the server as itself
 */
export function accountForServer(clusterDir: string): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return accountNamed("postgres") ?? accountNamed("nobody") ?? NOBODY;
}

function accountNamed(name: string): ServerAccount | null {
  let passwd: string;
  try {
    passwd = readFileSync("/etc/passwd", "utf8");
  } catch {
    return null;
  }
  const fields = passwd
    .split("\n")
    .find((line) => line.startsWith(`${name}:`))
    ?.split(":");
  const uid = Number(fields?.[2]);
  const gid = Number(fields?.[3]);
  return uid > 0 && gid > 0 ? { uid, gid } : null;
}

/**
 * Whether the account can walk down to `target`: execute permission on every directory above it, and on itself.
 * Reads mode bits instead of trying, because root's own try always succeeds.
 */
export function canReach(account: ServerAccount | null, target: string): boolean {
  if (account === null) return isAccessible(target);
  for (let step = path.resolve(target); ; step = path.dirname(step)) {
    const found = statSync(step, { throwIfNoEntry: false });
    if (found === undefined) return false;
    const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0;
    if (((found.mode >> shift) & 1) === 0) return false;
    if (step === path.dirname(step)) return true;
  }
}

function isAccessible(target: string): boolean {
  try {
    accessSync(target, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
