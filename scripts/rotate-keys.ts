import { parseArgs } from "node:util";
import { findKeyChecks } from "~/data/access/key-check-store.server";
import { now } from "~/platform/clock.server";
import * as aside from "~/platform/crypto/index-rotation.server";
import { saveKeyRing } from "~/platform/crypto/key-ring-file.server";
import { openDatabase } from "~/platform/database/open-database.server";
import { readEnv, type Env } from "~/platform/env.server";
import { keyRingPath, openInstallation, withOwner } from "~/platform/installation.server";
import { reindexNumbers } from "~/usecases/access/reindex-numbers.server";
import { rotateKeys, type Rotation } from "~/usecases/access/rotate-keys.server";

// npm run -s keys:rotate               adds a key and seals everything anew; while the product runs, only adds it
// npm run -s keys:rotate -- --restarted  seals anew after the product was restarted
// npm run -s keys:rotate -- --index    computes all blind indexes anew, with the product stopped
// Exits 0 when done, 1 when another step must come first, 2 when it failed; a killed run is run again.

const write = (text: string) => process.stdout.write(`${text}\n`);
const report = (label: string, rows: number) => write(`  ${label}：${rows} 行`);

function describe(rotation: Rotation): string {
  switch (rotation.kind) {
    case "resealed":
      return `已全部用密钥 ${rotation.key} 重新加密。原密钥仍留在密钥文件中，用于打开以前的附件和备份。请备份密钥文件。`;
    case "restartFirst":
      return `已加入新密钥 ${rotation.key}。系统正在运行：请立即重启系统，再执行 npm run -s keys:rotate -- --restarted 完成重新加密。请备份密钥文件。`;
    case "nothingToDo":
      return `没有需要重新加密的数据，现用密钥为 ${rotation.key}。`;
  }
}

async function settleFormerRun(env: Env): Promise<void> {
  const database = await openDatabase(env);
  try {
    const recorded = await withOwner(database.ownerUrl, findKeyChecks);
    aside.settleRingAside(keyRingPath(env), recorded);
  } finally {
    await database.stop();
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { index: { type: "boolean" }, restarted: { type: "boolean" } },
  });
  const env = readEnv();
  if (env.KEY_RING !== undefined) {
    throw new Error("密钥由环境变量 KEY_RING 给出，无法由本命令更换；请改用密钥文件后再执行");
  }
  await settleFormerRun(env);
  const file = keyRingPath(env);
  const installation = await openInstallation(env);
  const { ownerUrl, keyRing } = installation;
  try {
    if (values.index) {
      const steps = {
        saveAside: (ring: typeof keyRing) => aside.saveRingAside(file, ring),
        putInPlace: () => aside.putRingInPlace(file),
        report,
      };
      const outcome = await withOwner(ownerUrl, (owner) =>
        reindexNumbers(owner, keyRing, steps, now()),
      );
      write(
        outcome.ok
          ? "已重新计算全部检索索引。请备份密钥文件。"
          : "系统正在运行：请先停止系统，再执行本命令。",
      );
      return outcome.ok ? 0 : 1;
    }
    const save = (ring: typeof keyRing) => saveKeyRing(file, ring);
    const options = { hasRestarted: values.restarted ?? false, save, report };
    const rotation = await withOwner(ownerUrl, (owner) =>
      rotateKeys(owner, keyRing, options, now()),
    );
    write(describe(rotation));
    return rotation.kind === "restartFirst" ? 1 : 0;
  } finally {
    await installation.stop();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`未能更换密钥：${error instanceof Error ? error.message : "未知原因"}\n`);
    process.exitCode = 2;
  },
);
