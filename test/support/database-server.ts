import { fileURLToPath } from "node:url";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { loadReference } from "~/data/regions/load-reference.server";
import { prepareAppRole } from "~/platform/database/app-role.server";
import { applyMigrations } from "~/platform/database/apply-migrations.server";
import { startEmbeddedPostgres } from "~/platform/database/embedded-postgres.server";
import { makeServerDir } from "./server-dir";
import type { Template } from "./test-database";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string of the throw-away server's superuser. */
    databaseServerUrl: string;
    /** Password of the application's role on that server. */
    appRolePassword: string;
  }
}

const TEMPLATE: Template = "template_app";
const WITH_REFERENCE: Template = "template_reference";
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
  await addReference(server.ownerUrl);
  project.provide("databaseServerUrl", server.ownerUrl);
  project.provide("appRolePassword", APP_PASSWORD);
  return () => server.stop();
}

/** What every start of the product brings along, loaded once instead of by each test file. */
async function addReference(serverUrl: string): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`CREATE DATABASE ${WITH_REFERENCE} TEMPLATE ${TEMPLATE}`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = `/${WITH_REFERENCE}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await loadReference(client);
  await client.end();
}
