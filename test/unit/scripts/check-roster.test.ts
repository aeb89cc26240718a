import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const SAMPLES = "test/fixtures/samples";
const MESSY = `${SAMPLES}/training-roster-messy.xlsx`;
const CLEAN = `${SAMPLES}/training-roster-clean.xlsx`;
const REGISTRY = `${SAMPLES}/registry-export.xlsx`;
const folder = mkdtempSync(join(tmpdir(), "check-roster-"));

const expected = z
  .object({
    sheet: z.string(),
    headerRow: z.number(),
    dataRows: z.number(),
    planted: z.array(z.object({ sheetRow: z.number(), column: z.string(), kind: z.string() })),
  })
  .parse(JSON.parse(readFileSync(`${SAMPLES}/training-roster-messy.expected.json`, "utf8")));

const report = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  headerRow: z.number(),
  rows: z.number(),
  findings: z.array(
    z.strictObject({
      sheetRow: z.number(),
      column: z.string(),
      kind: z.string(),
      severity: z.enum(["refused", "warning", "cleaned"]),
      message: z.string().regex(/[\u4e00-\u9fff]/),
    }),
  ),
});

function run(...args: string[]) {
  const options = { encoding: "utf8", timeout: 60_000 } as const;
  const command = ["--import", "tsx", "scripts/check-roster.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  return { status, stdout, stderr };
}

function severityOf(kind: string): string {
  if (kind.startsWith("repairable-")) return "cleaned";
  return kind === "not-in-registry" || kind === "sex-contradicts-id" ? "warning" : "refused";
}

describe("the roster checker on the command line", { timeout: 60_000 }, () => {
  test("[R02] reports every planted fault of the messy roster, and nothing else", () => {
    const { status, stdout } = run(MESSY, "--registry", REGISTRY, "--json");
    const { findings, ...head } = report.parse(JSON.parse(stdout));
    expect(status).toBe(1);
    expect(head).toEqual({
      file: "training-roster-messy.xlsx",
      sheet: expected.sheet,
      headerRow: expected.headerRow,
      rows: expected.dataRows,
    });
    const told = findings.map(
      ({ sheetRow, column, kind, severity }) => `${sheetRow} ${column} ${kind} ${severity}`,
    );
    const planted = expected.planted.map(
      ({ sheetRow, column, kind }) => `${sheetRow} ${column} ${kind} ${severityOf(kind)}`,
    );
    expect(told.sort()).toEqual(planted.sort());
  });

  test("[R02] finds nothing in the clean roster and ends with 0", () => {
    const { status, stdout } = run(CLEAN, "--registry", REGISTRY, "--json");
    expect(report.parse(JSON.parse(stdout))).toMatchObject({ rows: 45, findings: [] });
    expect(status).toBe(0);
  });

  test("without --json a clerk can read it, and no whole number is printed", () => {
    const { status, stdout } = run(MESSY);
    expect(status).toBe(1);
    expect(stdout).toContain("第 18 行");
    expect(stdout).toContain("共 60 人：可导入 47 人，退回 13 人");
    expect(stdout).toContain("没有查验脱贫状态");
    expect(stdout).not.toMatch(/\d{11}/);
  });
});

describe("options and refusals of the checker", { timeout: 60_000 }, () => {
  test("--on decides who is old enough", () => {
    const { findings } = report.parse(
      JSON.parse(run(MESSY, "--on", "2023-10-09", "--json").stdout),
    );
    expect(findings.some((finding) => finding.kind === "under-age")).toBe(false);
    const before = report.parse(JSON.parse(run(MESSY, "--on", "2023年10月8日", "--json").stdout));
    expect(before.findings.filter((f) => f.kind === "under-age").map((f) => f.sheetRow)).toEqual([
      43,
    ]);
  });

  test("what cannot be read ends with 2 and a Chinese sentence on stderr", () => {
    const empty = join(folder, "empty.xlsx");
    writeFileSync(empty, "");
    const noId = join(folder, "no-id.csv");
    writeFileSync(noId, "序号,姓名,性别,联系电话\n1,王仙,女,15912792472\n");
    const cases = [
      [],
      [MESSY, CLEAN],
      [MESSY, "--no-such-option"],
      [MESSY, "--layout", "nothing"],
      [MESSY, "--on", "soon"],
      [join(folder, "absent.xlsx")],
      [empty],
      [noId],
      [MESSY, "--registry", empty],
    ];
    for (const args of cases) {
      const { status, stdout, stderr } = run(...args);
      expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: "" });
      expect(stderr).toMatch(/[\u4e00-\u9fff]/);
      expect(stderr).not.toContain("    at ");
    }
  });
});
