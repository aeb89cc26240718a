import { fileURLToPath } from "node:url";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { prepareAppRole } from "~/platform/database/app-role.server";
import { applyMigrations } from "~/platform/database/apply-migrations.server";
import { startEmbeddedPostgres } from "~/platform/database/embedded-postgres.server";
import { makeServerDir } from "./server-dir";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string of the throw-away server's superuser. */
    databaseServerUrl: string;
    /** Password of the application's role on that server. */
    appRolePassword: string;
  }
}

const TEMPLATE = "template_app";
const APP_PASSWORD = "test-only";
const migrations = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** One throw-away PostgreSQL per run, with every migration applied once in a template that test files clone. */
export default async function startDatabaseServer(project: TestProject) {
  const dataDir = makeServerDir();
  const server = await startEmbeddedPostgres({ dataDir, throwaway: true });
  const template = new URL(server.ownerUrl);
  template.pathname = `/${TEMPLATE}`;
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${TEMPLATE}`);
  await owner.end();
  await applyMigrations(template.href, migrations);
  await prepareAppRole(template.href, APP_PASSWORD);
  project.provide("databaseServerUrl", server.ownerUrl);
  project.provide("appRolePassword", APP_PASSWORD);
  return () => server.stop();
}
