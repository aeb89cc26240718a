import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import { loadReference } from "~/data/regions/load-reference.server";
import { openInstallation, withOwner } from "~/platform/installation.server";
import { createWebApp } from "~/platform/http/web-app.server";
import { startWorker } from "~/platform/jobs/worker-process.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { seedDemonstration, type DemoAccount } from "../prisma/seed";
import { now } from "~/platform/clock.server";
import { readEnv } from "~/platform/env.server";
import { log } from "~/platform/log.server";

/**
 * Starts the product in this process: database, migrations, reference and demonstration data, the
 * job worker, the web server. Returns when it listens; SIGINT and SIGTERM stop it in order.
 */
export async function serve(startedAt: number = Date.now()): Promise<void> {
  const env = readEnv();
  const installation = await openInstallation(env);
  await withOwner(installation.ownerUrl, loadReference);
  openPlatform(installation);
  const demoAccounts = env.DEMO ? await seedDemonstration(installation.ownerUrl, now()) : [];
  const worker = startWorker({ appUrl: installation.appUrl });
  const server = await listen(env.PORT, env.HOST, await createWebApp(env));

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3_000).unref();
    await Promise.all([closed, worker.stop()]);
    await closePlatform();
    await installation.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());

  const { port } = server.address() as AddressInfo;
  const address =
    env.PUBLIC_URL ?? `http://${env.HOST === "0.0.0.0" ? "127.0.0.1" : env.HOST}:${port}`;
  process.stdout.write(welcome(address, demoAccounts, Date.now() - startedAt));
  log.info({ address }, "listening");
}

function listen(port: number, host: string, app: Express) {
  return new Promise<Server>((resolve, reject) => {
    const server = app.listen(port, host, () => resolve(server));
    // Headers that drip in, and a body that never ends, hold no socket for ever; 200 MB over a slow
    // county line takes its time.
    server.headersTimeout = 20_000;
    server.requestTimeout = 15 * 60_000;
    server.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`端口 ${port} 已被占用，请换一个端口再启动，例如 PORT=${port + 1} npm start`)
          : error,
      ),
    );
  });
}

function welcome(address: string, accounts: readonly DemoAccount[], ms: number): string {
  const lines = accounts.map((one) => `    ${one.account.padEnd(14)} ${one.role}（${one.region}）`);
  const demo =
    accounts.length === 0
      ? []
      : ["  演示账号（密码均为 " + (accounts[0]?.password ?? "") + "）：", ...lines];
  return [
    "",
    `  劳务协作与培训名册已启动，用时 ${(ms / 1000).toFixed(1)} 秒`,
    `  地址：${address}`,
    ...demo,
    "  按 Ctrl-C 停止",
    "",
    "",
  ].join("\n");
}
