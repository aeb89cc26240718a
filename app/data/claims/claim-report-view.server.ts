import { maskedIds } from "~/data/people/masked-ids.server";
import type { Actor } from "~/domain/access/actor";
import { leading, ruleOf, ruleTitle } from "~/domain/claims/stored-verdict";
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
}

export interface ClaimReport extends Omit<RunReport, "rules" | "rulesDigest"> {
  readonly rules: readonly ReportRow[];
  /** The rules asked were those of this edition. */
  readonly isSameRules: boolean;
  readonly runs: readonly {
    readonly number: number;
    readonly ranAt: string;
    readonly ranByName: string;
    readonly failLines: number;
    readonly unknownLines: number;
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
      rules: rules.map(titled),
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
  /** Title and message of what is to be told first; how many more there are. */
  readonly told: string;
  readonly more: number;
}

const MOST_PRINTED = 1000;

/** The same for paper: its rules, and the lines that some rule fails or cannot tell. */
export function viewPrintedReport(
  actor: Actor,
  head: Pick<ClaimHead, "id">,
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
      lines: lines.map(({ verdicts, personId, periodFrom, periodTo, ...line }) => {
        const first = leading(verdicts);
        return {
          ...{ id: line.id, lineNo: line.lineNo, name: line.name, amountFen: line.amountFen },
          ...{ maskedId: masked.get(personId) ?? "", period: `${periodFrom} 至 ${periodTo}` },
          told: first === null ? "" : `${ruleTitle(first.rule)}：${first.message}`,
          more: Math.max(0, verdicts.length - 1),
        };
      }),
    };
  });
}

function titled(row: ReportRule): ReportRow {
  return {
    ...row,
    title: ruleTitle(row.rule),
    severity: ruleOf(row.rule)?.severity ?? null,
  };
}
