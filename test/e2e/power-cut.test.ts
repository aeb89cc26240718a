import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { startApp, type AppServer } from "#test/support/app-server";
import { idNumberOf } from "#test/builders/id-card-number";
import { addDays, day } from "~/domain/shared/calendar-date";
import { signIn } from "./sign-in";
import { registerClass, untilChecked, upload } from "./support/rosters";
import { expect, test } from "./support/visitors";

const ROWS = 20_000;

function bigRoster(): Buffer {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const id = idNumberOf("532324", addDays(day("1970-01-01"), row % 10_000), 100 + (row % 800));
    return `马${"春夏秋冬"[row % 4]}${"花果山水"[row % 3]},${id},13${String(800_000_000 + row)}`;
  });
  return Buffer.from(`\ufeff姓名,身份证号码,联系电话\n${rows.join("\n")}\n`);
}

test("[R06] a power cut while a roster is checked or entered leaves nothing half-written, and the work goes on", async ({
  browser,
}) => {
  test.skip(process.platform !== "linux", "finds the worker in /proc");
  test.setTimeout(180_000);
  let app = await startApp();
  const { dataDir } = app;
  try {
    const context = await browser.newContext({ locale: "zh-CN", baseURL: app.url });
    const page = await context.newPage();
    await signIn(page, "nanhua");
    const classId = await registerClass(page, "两万人班");
    const big = { name: "两万人.csv", mimeType: "text/csv", buffer: bigRoster() };
    const address = await upload(page, classId, big);

    await until(dataDir, RUNNING, ["checkRosterImport"]);
    await killWorker(app, true);
    const rows = "SELECT count(*)::int AS n FROM roster_import_row WHERE import_id = $1";
    const importId = address.split("/").at(-1) ?? "";
    expect([0, ROWS]).toContain(await count(dataDir, rows, [importId]));
    app = await startApp({ dataDir });
    await endLeases(dataDir);
    await page.goto(app.url + address);
    await untilChecked(page);
    expect(await count(dataDir, rows, [importId])).toBe(ROWS);

    const lines = `SELECT count(*)::int AS n FROM roster_line l JOIN roster r ON r.id = l.roster_id WHERE r.class_id = $1`;
    await page.getByRole("button", { name: /^(确认入册|只导入无错的)/ }).click();
    await until(dataDir, RUNNING, ["commitRosterImport"]);
    await killWorker(app, false);
    expect(await count(dataDir, lines, [classId])).toBe(0);
    process.kill(app.pid, "SIGINT");
    await app.kill();
    app = await startApp({ dataDir });
    await endLeases(dataDir);
    await page.goto(app.url + address);
    await page.getByRole("link", { name: "打开花名册" }).waitFor({ timeout: 60_000 });
    const good =
      "SELECT count(*)::int AS n FROM roster_import_row WHERE import_id = $1 AND state <> 'refused'";
    expect(await count(dataDir, lines, [classId])).toBe(await count(dataDir, good, [importId]));
    await context.close();
  } finally {
    await app.stop();
  }
});

/** A job is being worked on and has told so. */
const RUNNING =
  "SELECT count(*)::int AS n FROM job WHERE kind = $1 AND state = 'running' AND stage <> ''";

async function until(dataDir: string, sql: string, values: readonly string[]): Promise<void> {
  await expect.poll(() => count(dataDir, sql, values), { intervals: [50] }).toBeGreaterThan(0);
}

/** kill -9 to the worker and, with `all`, to the web server before it; the database goes on as it would after a cable. */
async function killWorker(app: AppServer, all: boolean): Promise<void> {
  const children = readFileSync(`/proc/${app.pid}/task/${app.pid}/children`, "utf8").trim();
  const isWorker = (pid: string) =>
    readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("worker.js");
  const worker = children.split(" ").find(isWorker);
  if (worker === undefined) throw new Error(`no worker among ${children}`);
  process.kill(Number(worker), "SIGKILL");
  if (all) await app.kill();
}

/** The half minute after which a dead worker's job is free is not waited for. */
async function endLeases(dataDir: string): Promise<void> {
  await asked(
    dataDir,
    "UPDATE job SET lease_until = now() - interval '1 second' WHERE state = 'running'",
    [],
  );
}

async function count(dataDir: string, sql: string, values: readonly string[]): Promise<number> {
  const [row] = await asked(dataDir, sql, values);
  return Number(row?.["n"] ?? 0);
}

/** One statement past every wall, as the superuser of the embedded server. */
async function asked(dataDir: string, sql: string, values: readonly string[]) {
  const record = readFileSync(path.join(dataDir, "embedded-postgres.json"), "utf8");
  const { port, password }: { port: number; password: string } = JSON.parse(record);
  const place = { host: "127.0.0.1", user: "postgres", database: "labour_cooperation" };
  const client = new pg.Client({ ...place, port, password });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
