import type { CountByRule } from "~/domain/claims/rule-count";
import type { StoredVerdict } from "~/domain/claims/stored-verdict";
import { fen, type Fen } from "~/domain/shared/fen";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { countRun } from "./hindrances.server";

/** A number a run went by, with where it comes from. */
export interface ReportNumber {
  readonly parameter: string;
  readonly value: number;
  readonly source: string | null;
  readonly fromOn: string | null;
}

/** One rule in a run, with what it says otherwise than the run before. */
export interface ReportRule extends CountByRule {
  /** Lines of which it is the first that failed. */
  readonly first: number;
  readonly appeared: number;
  readonly gone: number;
}

export interface RunReport {
  readonly runId: string;
  readonly number: number;
  /** The run it is compared with; null of the first. */
  readonly beforeId: string | null;
  readonly asOf: string;
  readonly ranAt: string;
  readonly ranByName: string;
  readonly lineCount: number;
  /** Of the run, as it was: 不能报送, 要说明, and of both those with something that cannot be told. */
  readonly blockedLines: number;
  readonly warnedLines: number;
  readonly unknownLines: number;
  readonly rulesDigest: string;
  readonly rules: readonly ReportRule[];
  readonly numbers: readonly ReportNumber[];
}

/** A run of the claim by its number, or the latest; null where there is none such. */
export async function findReport(
  tx: Tx,
  batchId: string,
  number: number | null,
): Promise<RunReport | null> {
  const run = await tx.checkRun.findFirst({
    where: { batchId, ...(number === null ? {} : { number }) },
    orderBy: { number: "desc" },
  });
  if (run === null) return null;
  const before = await tx.checkRun.findFirst({
    where: { batchId, number: { lt: run.number } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  const { id: runId, asOf, ranAt, ranByName, lineCount, unknownLines } = run;
  return {
    ...{ runId, number: run.number, beforeId: before?.id ?? null, ranByName, lineCount },
    ...(await countRun(tx, runId)),
    ...{ unknownLines, rulesDigest: run.rulesDigest },
    ...{ asOf: asOf.toISOString().slice(0, 10), ranAt: ranAt.toISOString() },
    rules: await rulesOf(tx, run, before?.id ?? null),
    // Written by the check alone.
    numbers: run.parameters as unknown as readonly ReportNumber[],
  };
}

/** The runs of a claim, the latest first. */
export function listRuns(tx: Tx, batchId: string) {
  return tx.checkRun.findMany({
    where: { batchId },
    select: { number: true, ranAt: true, ranByName: true },
    orderBy: { number: "desc" },
    take: 100,
  });
}

async function rulesOf(
  tx: Tx,
  run: { readonly id: string; readonly byRule: unknown },
  beforeId: string | null,
): Promise<readonly ReportRule[]> {
  const byRule = run.byRule as readonly CountByRule[];
  const first = await tx.claimVerdict.groupBy({
    by: ["firstFailed"],
    where: { runId: run.id, firstFailed: { not: null } },
    _count: true,
  });
  const firsts = new Map(first.map(({ firstFailed, _count }) => [firstFailed, _count]));
  const moved = beforeId === null ? [] : await differences(tx, run.id, beforeId);
  const changes = new Map(moved.map((one) => [one.rule, one]));
  const rows = byRule.map((count) => ({
    ...{ ...count, first: firsts.get(count.rule) ?? 0 },
    ...{
      appeared: changes.get(count.rule)?.appeared ?? 0,
      gone: changes.get(count.rule)?.gone ?? 0,
    },
  }));
  // Asked by the run before, and of no line any more.
  const known = new Set(byRule.map(({ rule }) => rule));
  const left = moved.filter(({ rule }) => !known.has(rule));
  return [...rows, ...left.map((one) => ({ ...one, pass: 0, fail: 0, unknown: 0, first: 0 }))];
}

interface Moved {
  readonly rule: string;
  readonly appeared: number;
  readonly gone: number;
}

function differences(tx: Tx, runId: string, beforeId: string): Promise<Moved[]> {
  return tx.$queryRaw<Moved[]>`
    WITH told AS (
      SELECT v.run_id, v.line_id, t.one ->> 'rule' AS rule, t.one ->> 'verdict' AS verdict
      FROM claim_verdict v CROSS JOIN LATERAL jsonb_array_elements(v.verdicts) AS t (one)
      WHERE v.run_id IN (${runId}::uuid, ${beforeId}::uuid))
    SELECT rule, (count(*) FILTER (WHERE is_now AND NOT was))::int AS appeared,
      (count(*) FILTER (WHERE was AND NOT is_now))::int AS gone
    FROM (SELECT rule, bool_or(run_id = ${runId}::uuid) AS is_now, bool_or(run_id = ${beforeId}::uuid) AS was
      FROM told GROUP BY rule, line_id, verdict) x
    WHERE is_now <> was GROUP BY rule ORDER BY rule`;
}

/** A line of a run, with its verdicts that are not a pass. */
export interface RunLineTold {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly personId: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly amountFen: Fen;
  readonly verdicts: readonly StoredVerdict[];
}

/** The lines of a run in their order, at most so many. */
export function runLines(tx: Tx, runId: string, most: number): Promise<RunLineTold[]> {
  return linesOf(tx, runId, Prisma.sql`TRUE`, most);
}

/** Of them those that some rule fails or cannot tell. */
export function troubledLines(tx: Tx, runId: string, most: number): Promise<RunLineTold[]> {
  return linesOf(tx, runId, Prisma.sql`v.verdicts <> '[]'::jsonb`, most);
}

async function linesOf(tx: Tx, runId: string, which: Prisma.Sql, most: number) {
  const rows = await tx.$queryRaw<RunLineTold[]>`
    SELECT l.id, l.line_no AS "lineNo", l.name, l.person_id AS "personId", l.period_from::text AS "periodFrom",
      l.period_to::text AS "periodTo", l.amount_fen AS "amountFen", v.verdicts
    FROM claim_verdict v JOIN claim_line l ON l.id = v.line_id
    WHERE v.run_id = ${runId}::uuid AND ${which}
    ORDER BY l.line_no, l.id LIMIT ${most}`;
  return rows.map((row) => ({ ...row, amountFen: fen(row.amountFen) }));
}
