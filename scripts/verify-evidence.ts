import { parseArgs } from "node:util";
import type { EvidenceReport } from "~/domain/evidence/evidence-problem";
import { readEnv } from "~/platform/env.server";
import { openInstallation, withOwner } from "~/platform/installation.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { connectPrisma } from "~/platform/prisma/client.server";
import { verifyEvidence } from "~/usecases/evidence/verify-evidence.server";

// npm run -s verify -- [--json]
// Exits 0 when everything is as it was left, 1 when something is not, 2 when it could not be examined.

function describe({ files, seals, trailEvents, problems }: EvidenceReport): string {
  if (problems.length === 0) {
    return `完好：文件 ${files} 个，封存名册 ${seals} 份，操作留痕 ${trailEvents} 条。\n`;
  }
  const lines = problems.map(
    ({ table, row, place, message }) => `${place}：${message}\n    ${table} ${row}`,
  );
  return `${lines.join("\n")}\n发现 ${problems.length} 处问题（文件 ${files} 个，封存名册 ${seals} 份）。\n`;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: "boolean" } } });
  const installation = await openInstallation(readEnv());
  openPlatform(installation);
  const db = connectPrisma(installation.ownerUrl, 2);
  try {
    const report = await withOwner(installation.ownerUrl, (client) =>
      verifyEvidence({ db, client }),
    );
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : describe(report));
    return report.problems.length === 0 ? 0 : 1;
  } finally {
    await db.$disconnect();
    await closePlatform();
    await installation.stop();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const why = error instanceof Error ? error.message : "未知原因";
    process.stderr.write(`未能核对佐证：${why}\n`);
    process.exitCode = 2;
  },
);
