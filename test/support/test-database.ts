import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";
import { APP_ROLE } from "~/platform/database/app-role.server";

/** A migrated database that belongs to one test file. */
export interface TestDatabase {
  /** Connection string of the superuser: prepares and inspects. */
  readonly ownerUrl: string;
  /** Connection string of the application's role, as the product runs. */
  readonly appUrl: string;
  /** Drops it, connected or not. */
  readonly close: () => Promise<void>;
}

const SOURCE_IS_IN_USE = "55006";

/** `template_app` is migrated and empty; `template_reference` holds divisions, pairings and notices too. */
export type Template = "template_app" | "template_reference";

export async function createTestDatabase(
  template: Template = "template_app",
): Promise<TestDatabase> {
  const serverUrl = inject("databaseServerUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const owner = new URL(serverUrl);
  owner.pathname = `/${name}`;
  const app = new URL(owner);
  app.username = APP_ROLE;
  app.password = inject("appRolePassword");
  return {
    ownerUrl: owner.href,
    appUrl: app.href,
    close: () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        const busy = error instanceof pg.DatabaseError && error.code === SOURCE_IS_IN_USE;
        if (!busy || attempt === 10) throw error;
        await sleep(50 * attempt);
      }
    }
  } finally {
    await client.end();
  }
}
