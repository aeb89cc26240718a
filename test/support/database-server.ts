import { spawn } from "node:child_process";
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
  stopWhenThisProcessDies(dataDir);
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

/** A watcher whose input closes with this process, however it ends: Ctrl-C and kill -9 leave no server behind. */
function stopWhenThisProcessDies(dataDir: string): void {
  const script = `
    const { readFileSync, rmSync } = require("node:fs");
    const { cluster } = JSON.parse(readFileSync(process.argv[1] + "/embedded-postgres.json", "utf8"));
    process.stdin.resume();
    process.stdin.on("close", () => {
      try { process.kill(Number(readFileSync(cluster + "/postmaster.pid", "utf8").split("\\n")[0]), "SIGQUIT"); } catch {}
      setTimeout(() => {
        for (const dir of [cluster, process.argv[1]]) rmSync(dir, { recursive: true, force: true });
      }, 1000);
    });`;
  const watcher = spawn(process.execPath, ["-e", script, dataDir], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.unref();
  if ("unref" in watcher.stdin && typeof watcher.stdin.unref === "function") watcher.stdin.unref();
}
