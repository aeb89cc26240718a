import type { PoolClient } from "pg";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import { RULES } from "~/domain/rules/catalogue";

/**
 * Rules whose breach means that the money was not due: blocking ones, but for those that speak of the pot and of the
 * account, which say where the money comes from and goes to.
 */
const OF_ENTITLEMENT: readonly string[] = RULES.filter(
  ({ id, severity }) => severity === "block" && !/^(pot|payee)\//.test(id),
).map(({ id }) => id);

const BY = "核查规则";

/**
 * Proposes to claw back each line of an approved batch that a run finds bad, once a line, with every rule it breaks and
 * what each says. Not again for a rule that a dropped proposal named, nor what is asked back already. Answers how many.
 */
export async function proposeFromRun(
  client: PoolClient,
  batch: { readonly id: string; readonly countyCode: string; readonly title: string },
  runId: string,
  now: Date,
): Promise<number> {
  const { rows } = await client.query(
    `INSERT INTO clawback (id, county_code, line_id, amount_fen, source, source_ref, reason, state,
       proposed_by_name, proposed_at)
     SELECT gen_random_uuid(), l.county_code, l.id, l.amount_fen, 'RULE', f.rule, f.said, 'proposed', $4, $5
     FROM claim_line l CROSS JOIN LATERAL (
       SELECT string_agg(t.one ->> 'rule', ',' ORDER BY t.at) AS rule,
         left(string_agg(t.one ->> 'message', '；' ORDER BY t.at), 500) AS said
       FROM claim_verdict v CROSS JOIN LATERAL jsonb_array_elements(v.verdicts) WITH ORDINALITY AS t (one, at)
       WHERE v.run_id = $2 AND v.line_id = l.id AND t.one ->> 'verdict' = 'fail'
         AND t.one ->> 'rule' = ANY ($3::text[])
         AND NOT EXISTS (SELECT FROM clawback c WHERE c.line_id = l.id AND c.state = 'dropped'
           AND c.source = 'RULE' AND t.one ->> 'rule' = ANY (string_to_array(c.source_ref, ',')))) f
     WHERE l.batch_id = $1 AND l.removed_at IS NULL AND l.amount_fen > 0 AND f.rule IS NOT NULL
       AND NOT EXISTS (SELECT FROM clawback c WHERE c.line_id = l.id AND c.state <> 'dropped')
     RETURNING id`,
    [batch.id, runId, OF_ENTITLEMENT, BY, now],
  );
  if (rows.length === 0) return 0;
  await leaveTrailInBulk(client, {
    ...{ at: now, actorId: null, actorName: BY, action: "clawback.propose" },
    ...{ subjectKind: "claimBatch", subjectId: batch.id, countyCode: batch.countyCode },
    detail: { name: batch.title, headcount: rows.length },
  });
  return rows.length;
}
