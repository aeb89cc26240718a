import path from "node:path";
import pg from "pg";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { diskStore } from "~/platform/evidence-store-disk.server";
import type { SealedStore } from "~/platform/evidence-store-driver.server";
import { s3Store, type S3Options } from "~/platform/evidence-store-s3.server";
import { connectPrisma, type Db } from "~/platform/prisma/client.server";

/** What one process of the product holds open: the database as the application's role, keys, files. */
export interface Platform {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly appUrl: string;
  readonly keyRing: KeyRing;
  /** Folder of sealed files, or of those on their way to the storage service. */
  readonly filesDir: string;
  readonly store: SealedStore;
}

export interface PlatformOptions {
  readonly appUrl: string;
  readonly keyRing: KeyRing;
  readonly filesDir: string;
  /** The storage service that keeps the sealed files; without it they lie in filesDir. */
  readonly s3?: S3Options | null;
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
  const { appUrl, keyRing, filesDir, s3 } = options;
  const store = s3 ? s3Store(s3, path.join(filesDir, "outgoing")) : diskStore(filesDir);
  opened = { appUrl, keyRing, filesDir, store, db: connectPrisma(appUrl, poolSize), pool };
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
