import { existsSync } from "node:fs";
import path from "node:path";
import type { Env } from "~/platform/env.server";
import { prepareAppRole, readOrMakeAppPassword } from "./app-role.server";
import { applyMigrations } from "./apply-migrations.server";
import { startEmbeddedPostgres } from "./embedded-postgres.server";

export interface OpenDatabase {
  /** Connection string of the owner: migrations, reference data, verifying the trail. */
  readonly ownerUrl: string;
  /** Connection string of the application's role, which row-level security binds. */
  readonly appUrl: string;
  /** Stops the embedded server, if one was started. */
  readonly stop: () => Promise<void>;
}

/**
 * The database of this installation, migrated: DATABASE_URL's, or else the embedded one in
 * DATA_DIR.
 */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  const embedded = env.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: env.DATA_DIR });
  const ownerUrl = embedded?.ownerUrl ?? env.DATABASE_URL ?? "";
  try {
    await applyMigrations(ownerUrl, migrationsDir());
    const appUrl =
      env.APP_DATABASE_URL ?? (await prepareAppRole(ownerUrl, readOrMakeAppPassword(env.DATA_DIR)));
    return { ownerUrl, appUrl, stop: embedded?.stop ?? (() => Promise.resolve()) };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** The product runs from its own folder; both commands and all scripts see to that. */
function migrationsDir(): string {
  const dir = path.resolve("prisma/migrations");
  if (!existsSync(dir)) throw new Error(`找不到 ${dir}，请在项目目录下运行。`);
  return dir;
}
