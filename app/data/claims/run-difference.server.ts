import type { PoolClient } from "pg";
import { rulesDigest } from "./rules-digest.server";

/** Of a rule: lines that newly break it (or cannot be told), and lines that no longer do. */
export interface RuleDifference {
  readonly rule: string;
  readonly appeared: number;
  readonly gone: number;
}

/** What a run says that the one before it did not, and the other way round; lines of either run alone count too. */
export async function differenceOf(
  client: PoolClient,
  runId: string,
  beforeId: string,
): Promise<readonly RuleDifference[]> {
  const { rows } = await client.query<RuleDifference>(
    `WITH told AS (
       SELECT v.run_id, v.line_id, t.one ->> 'rule' AS rule, t.one ->> 'verdict' AS verdict
       FROM claim_verdict v CROSS JOIN LATERAL jsonb_array_elements(v.verdicts) AS t (one)
       WHERE v.run_id IN ($1, $2))
     SELECT rule, (count(*) FILTER (WHERE is_now AND NOT was))::int AS appeared,
       (count(*) FILTER (WHERE was AND NOT is_now))::int AS gone
     FROM (SELECT rule, bool_or(run_id = $1) AS is_now, bool_or(run_id = $2) AS was
       FROM told GROUP BY rule, line_id, verdict) x
     WHERE is_now <> was GROUP BY rule ORDER BY rule`,
    [runId, beforeId],
  );
  return rows;
}

/**
 * Whether what was just found of the lines (`found_verdict`) is what a run says: the same lines, of each the same rules
 * with the same verdicts, and the same rules asked.
 */
export async function saysTheSame(client: PoolClient, runId: string): Promise<boolean> {
  const said = (of: string) =>
    `jsonb_path_query_array(${of}, '$[*].rule') || jsonb_path_query_array(${of}, '$[*].verdict')`;
  const { rows } = await client.query<{ same: boolean }>(
    `SELECT (SELECT rules_digest = $2 FROM check_run WHERE id = $1) AND NOT EXISTS (
       SELECT FROM (SELECT line_id, ${said("verdicts::jsonb")} AS said FROM found_verdict) f
         FULL JOIN (SELECT line_id, ${said("verdicts")} AS said FROM claim_verdict WHERE run_id = $1) v
           USING (line_id)
       WHERE f.said IS DISTINCT FROM v.said) AS same`,
    [runId, rulesDigest()],
  );
  return rows[0]?.same === true;
}
