import type { Finding, Severity } from "./finding";

export interface RosterReport {
  readonly file: string;
  readonly sheet: string;
  readonly headerRow: number;
  /** Data rows, without blank ones and the foot. */
  readonly rows: number;
  /** By row, in the order of the checks. */
  readonly findings: readonly Finding[];
  /** Whether a registry export was at hand. */
  readonly verified: boolean;
  /** Warnings about the file itself. */
  readonly notices: readonly string[];
}

const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  refused: "退回",
  warning: "提醒",
  cleaned: "已整理",
};

/** The report as issue and scripts expect it: rows numbered as the spreadsheet shows them. */
export function reportAsJson(report: RosterReport): string {
  const { file, sheet, headerRow, rows, findings } = report;
  return JSON.stringify({ file, sheet, headerRow, rows, findings }, null, 1);
}

/** The report as a clerk reads it: one block a row, then one line of totals. */
export function reportAsText(report: RosterReport): string {
  const { file, sheet, headerRow, notices } = report;
  const lines = [`文件：${file}　工作表：${sheet}　表头：第 ${headerRow} 行`];
  for (const notice of notices) lines.push(`注意：${notice}`);
  for (const [sheetRow, findings] of byRow(report.findings)) {
    lines.push("", `第 ${sheetRow} 行`);
    for (const { severity, column, message } of findings) {
      lines.push(`  [${SEVERITY_LABELS[severity]}] ${column === "" ? "整行" : column}：${message}`);
    }
  }
  lines.push("", totals(report));
  return lines.join("\n");
}

function totals({ rows, findings, verified }: RosterReport): string {
  const rowsWith = (severity: Severity): number =>
    new Set(findings.filter((each) => each.severity === severity).map((each) => each.sheetRow))
      .size;
  const refused = rowsWith("refused");
  const counts = `共 ${rows} 人：可导入 ${rows - refused} 人，退回 ${refused} 人；有提醒 ${rowsWith("warning")} 人，自动整理 ${rowsWith("cleaned")} 人。`;
  return verified ? counts : `${counts}未提供建档立卡数据，没有查验脱贫状态。`;
}

function byRow(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const rows = new Map<number, Finding[]>();
  for (const finding of findings) {
    const row = rows.get(finding.sheetRow);
    if (row === undefined) rows.set(finding.sheetRow, [finding]);
    else row.push(finding);
  }
  return rows;
}
