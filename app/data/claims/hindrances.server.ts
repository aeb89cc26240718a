import { RULES } from "~/domain/rules/catalogue";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

/** A rule the product no longer has bars nothing. */
export const BLOCKING_RULES: readonly string[] = RULES.filter(
  ({ severity }) => severity === "block",
).map(({ id }) => id);

/**
 * For each line of a run with a verdict that is not a pass, whether a blocking rule is among them; for a WITH clause,
 * as (line_id, blocked).
 */
export function hinderedLines(runId: string | null): Prisma.Sql {
  return Prisma.sql`SELECT v.line_id, bool_or(x.one ->> 'rule' = ANY (${BLOCKING_RULES})) AS blocked
    FROM claim_verdict v CROSS JOIN LATERAL jsonb_array_elements(v.verdicts) AS x (one)
    WHERE v.run_id = ${runId}::uuid GROUP BY v.line_id`;
}

/** Lines that still stand and that a run found blocked, or only warned of. */
export async function countHindrances(
  tx: Tx,
  batchId: string,
  runId: string,
): Promise<{ readonly blockedLines: number; readonly warnedLines: number }> {
  const rows = await tx.$queryRaw<{ blockedLines: number; warnedLines: number }[]>`
    WITH told AS (${hinderedLines(runId)})
    SELECT count(*) FILTER (WHERE t.blocked)::int AS "blockedLines",
      count(*) FILTER (WHERE NOT t.blocked)::int AS "warnedLines"
    FROM told t JOIN claim_line l ON l.id = t.line_id
    WHERE l.batch_id = ${batchId}::uuid AND l.removed_at IS NULL`;
  return rows[0] ?? { blockedLines: 0, warnedLines: 0 };
}

/** The same of all lines the run was over, whatever became of them since. */
export async function countRun(
  tx: Tx,
  runId: string,
): Promise<{ readonly blockedLines: number; readonly warnedLines: number }> {
  const rows = await tx.$queryRaw<{ blockedLines: number; warnedLines: number }[]>`
    WITH told AS (${hinderedLines(runId)})
    SELECT count(*) FILTER (WHERE blocked)::int AS "blockedLines",
      count(*) FILTER (WHERE NOT blocked)::int AS "warnedLines" FROM told`;
  return rows[0] ?? { blockedLines: 0, warnedLines: 0 };
}

/** The lines that still stand and that the run found blocked. */
export async function blockedLineIds(
  tx: Tx,
  batchId: string,
  runId: string | null,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH told AS (${hinderedLines(runId)})
    SELECT l.id FROM told t JOIN claim_line l ON l.id = t.line_id
    WHERE t.blocked AND l.batch_id = ${batchId}::uuid AND l.removed_at IS NULL`;
  return rows.map(({ id }) => id);
}
