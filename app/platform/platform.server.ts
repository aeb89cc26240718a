import pg from "pg";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { connectPrisma, type Db } from "~/platform/prisma/client.server";

/** What one process of the product holds open: the database as the application's role, keys, files. */
export interface Platform {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly appUrl: string;
  readonly keyRing: KeyRing;
  /** Folder of sealed files. */
  readonly filesDir: string;
}

export interface PlatformOptions {
  readonly appUrl: string;
  readonly keyRing: KeyRing;
  readonly filesDir: string;
  /** Connections each of the two pools may open. */
  readonly poolSize?: number;
}

let opened: Platform | null = null;

/** Opens the process's connections. Call once, before any use case. */
export function openPlatform(options: PlatformOptions): Platform {
  if (opened !== null) throw new Error("the platform is open already");
  const poolSize = options.poolSize ?? 10;
  const pool = new pg.Pool({ connectionString: options.appUrl, max: poolSize });
  // An idle connection that breaks (server restarted) is replaced at the next query.
  pool.on("error", () => undefined);
  opened = { ...options, db: connectPrisma(options.appUrl, poolSize), pool };
  return opened;
}

/** The open platform; throws when start-up has not come that far. */
export function platform(): Platform {
  if (opened === null) throw new Error("the platform is not open");
  return opened;
}

export async function closePlatform(): Promise<void> {
  const closing = opened;
  opened = null;
  await Promise.all([closing?.db.$disconnect(), closing?.pool.end()]);
}
