import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { BREAK_LABELS, type Anchor, type Verdict } from "~/domain/trail/verdict";
import { openDatabase } from "~/platform/database/open-database.server";
import { readEnv } from "~/platform/env.server";
import { withOwner } from "~/platform/installation.server";
import { verifyTrail } from "~/usecases/trail/verify-trail.server";

// npm run -s trail:verify -- [--anchor FILE] [--write-anchor FILE]
// Exits 0 when the trail is intact, 1 when it is broken, 2 when it could not be examined.

const anchorSchema = z.object({
  seq: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

function readAnchor(file: string): Anchor {
  return anchorSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

function report(verdict: Verdict): string {
  switch (verdict.kind) {
    case "intact":
      return `完好 ${verdict.count} 条，末条指纹 ${verdict.last.hash}`;
    case "broken":
      return `第 ${verdict.seq} 条起不完好。${BREAK_LABELS[verdict.how]}`;
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { anchor: { type: "string" }, "write-anchor": { type: "string" } },
  });
  const anchor = values.anchor === undefined ? null : readAnchor(values.anchor);
  const database = await openDatabase(readEnv());
  try {
    const verdict = await withOwner(database.ownerUrl, (owner) => verifyTrail(owner, anchor));
    process.stdout.write(`${report(verdict)}\n`);
    if (verdict.kind === "broken") return 1;
    const target = values["write-anchor"];
    if (target !== undefined) writeFileSync(target, `${JSON.stringify(verdict.last)}\n`);
    return 0;
  } finally {
    await database.stop();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `未能核对操作留痕：${error instanceof Error ? error.message : "未知原因"}\n`,
    );
    process.exitCode = 2;
  },
);
