import { parseArgs } from "node:util";
import { findRule } from "~/domain/rules/catalogue";
import { now } from "~/platform/clock.server";
import { readEnv } from "~/platform/env.server";
import { openInstallation } from "~/platform/installation.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { presentRegions } from "~/platform/reference/region-codes.server";
import { checkClaimAtConsole, type CheckedClaim } from "~/usecases/claims/check-claim.server";

// npm run -s claims:check -- --batch ID [--json]
// Exits 0 when no line fails a rule, 1 when one does, 2 when nothing was checked.

function describe(run: CheckedClaim): string {
  const { lineCount, blockedLines, warnedLines, unknownLines, byRule } = run;
  const rules = byRule
    .filter(({ fail, unknown }) => fail + unknown > 0)
    .map(({ rule, fail, unknown }) => {
      const title = findRule(rule)?.title ?? rule;
      return `不符合 ${fail} 条，无法判断 ${unknown} 条：${title}（${rule}）`;
    });
  const sum = `共 ${lineCount} 条：不能报送 ${blockedLines} 条，要说明 ${warnedLines} 条；其中无法判断 ${unknownLines} 条`;
  return [...rules, sum].join("\n");
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { batch: { type: "string" }, json: { type: "boolean", default: false } },
  });
  const { batch = "", json } = values;
  if (!/^[0-9a-f-]{36}$/i.test(batch)) {
    throw new Error("用法：npm run -s claims:check -- --batch 批次编号 [--json]");
  }
  const installation = await openInstallation(readEnv());
  openPlatform(installation);
  try {
    const counties = presentRegions().flatMap(({ code, level }) =>
      level === "COUNTY" ? [code] : [],
    );
    const checked = await checkClaimAtConsole(batch, counties, now());
    if (!checked.ok) throw new Error("没有这个批次，或已撤销。");
    const report = checked.value;
    process.stdout.write(`${json ? JSON.stringify(report) : describe(report)}\n`);
    return report.byRule.some(({ fail }) => fail > 0) ? 1 : 0;
  } finally {
    await closePlatform();
    await installation.stop();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`没有核查：${error instanceof Error ? error.message : "未知原因"}\n`);
    process.exitCode = 2;
  },
);
