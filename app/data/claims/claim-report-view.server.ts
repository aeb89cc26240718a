import { maskedIds } from "~/data/people/masked-ids.server";
import type { Actor } from "~/domain/access/actor";
import { notAskedOf } from "~/domain/claims/not-asked";
import { isBlocking, ruleOf, ruleTitle, type StoredVerdict } from "~/domain/claims/stored-verdict";
import { byReference } from "~/domain/rules/by-reference";
import { citationText } from "~/domain/rules/citation-text";
import { VERDICT_LABELS } from "~/domain/rules/rule";
import type { Fen } from "~/domain/shared/fen";
import type { RuleSeverity } from "~/domain/rules/rule";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { ClaimHead } from "./claim-head-view.server";
import { rulesDigest } from "./rules-digest.server";
import {
  findReport,
  listRuns,
  troubledLines,
  type ReportRule,
  type RunReport,
} from "./run-report.server";

export interface ReportRow extends ReportRule {
  readonly title: string;
  /** Null: this edition of the product no longer asks it. */
  readonly severity: RuleSeverity | null;
  /** Lines of which it was not asked, and why, in Chinese. */
  readonly notAsked: number;
  readonly whyNotAsked: string;
}

export interface ClaimReport extends Omit<RunReport, "rules" | "rulesDigest"> {
  readonly rules: readonly ReportRow[];
  /** The rules asked were those of this edition. */
  readonly isSameRules: boolean;
  readonly runs: readonly {
    readonly number: number;
    readonly ranAt: string;
    readonly ranByName: string;
  }[];
}

/** A run of the claim, rule by rule, against the run before; null where there is none such. */
export function viewClaimReport(
  actor: Actor,
  head: Pick<ClaimHead, "id">,
  number: number | null,
): Promise<ClaimReport | null> {
  return inTransaction(actor, async (tx) => {
    const found = await findReport(tx, head.id, number);
    if (found === null) return null;
    const { rules, rulesDigest: digest, ...report } = found;
    const runs = await listRuns(tx, head.id);
    return {
      ...report,
      rules: rules.map((row) => titled(row, report.lineCount)),
      isSameRules: digest === rulesDigest(),
      runs: runs.map(({ ranAt, ...run }) => ({ ...run, ranAt: ranAt.toISOString() })),
    };
  });
}

export interface PrintedLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly maskedId: string;
  readonly period: string;
  readonly amountFen: Fen;
  readonly findings: readonly PrintedFinding[];
}

/** One verdict that is not a pass, as the paper bears it. */
export interface PrintedFinding {
  readonly rule: string;
  readonly title: string;
  /** 不符合，不能报送 */
  readonly verdict: string;
  readonly message: string;
  readonly inputs: string;
  readonly clause: string;
}

const MOST_PRINTED = 1000;

/** The same for paper: its rules, and the lines that some rule fails or cannot tell. */
export function viewPrintedReport(
  actor: Actor,
  head: Pick<ClaimHead, "id" | "countyCode">,
  number: number | null,
): Promise<{ readonly report: RunReport; readonly lines: readonly PrintedLine[] } | null> {
  return inTransaction(actor, async (tx) => {
    const report = await findReport(tx, head.id, number);
    if (report === null) return null;
    const lines = await troubledLines(tx, report.runId, MOST_PRINTED);
    const ids = lines.map(({ personId }) => personId);
    const masked = await maskedIds(tx, ids);
    return {
      report,
      lines: lines.map(({ verdicts, personId, periodFrom, periodTo, ...line }) => ({
        ...{ id: line.id, lineNo: line.lineNo, name: line.name, amountFen: line.amountFen },
        ...{ maskedId: masked.get(personId) ?? "", period: `${periodFrom} 至 ${periodTo}` },
        findings: verdicts.map((one) => printed(one, head.countyCode)),
      })),
    };
  });
}

function printed(one: StoredVerdict, countyCode: string): PrintedFinding {
  const citation = ruleOf(one.rule)?.citation ?? null;
  const reference = citation === null ? null : byReference(citation, countyCode);
  const handled = isBlocking(one) ? "不能报送" : "要说明";
  return {
    ...{ rule: one.rule, title: ruleTitle(one.rule), message: one.message },
    verdict: `${VERDICT_LABELS[one.verdict]}，${handled}`,
    inputs: one.inputs.map(({ label, value }) => `${label}：${value}`).join("；"),
    clause:
      citation === null
        ? ""
        : `${citationText(citation)}${reference === null ? "" : `（${reference}）`}`,
  };
}

function titled(row: ReportRule, lineCount: number): ReportRow {
  return {
    ...row,
    ...notAskedOf(row, lineCount),
    title: ruleTitle(row.rule),
    severity: ruleOf(row.rule)?.severity ?? null,
  };
}
