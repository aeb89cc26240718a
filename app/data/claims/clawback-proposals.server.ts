import type { PoolClient } from "pg";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import { ASKED_BACK } from "./asked-back.server";
import { RULES } from "~/domain/rules/catalogue";

/** A rate that was corrected since: how much was due, not whether. An officer proposes the difference where there is one. */
const OF_RATE: readonly string[] = ["money/rate-in-force", "money/rate-agrees", "money/amount"];

/**
 * Rules whose breach means that the money was not due: blocking ones, but for those that speak of the rate, and of the
 * pot and the account, which say where the money comes from and goes to.
 */
const OF_ENTITLEMENT: readonly string[] = RULES.filter(
  ({ id, severity }) => severity === "block" && !/^(pot|payee)\//.test(id),
).flatMap(({ id }) => (OF_RATE.includes(id) ? [] : [id]));

const BY = "核查规则";

/**
 * Proposes to claw back each line of an approved batch that a run finds bad, with every rule it breaks and what each
 * says: as much of it as was not asked back before. Not while one of the line is open, nor again for a rule of which a
 * proposal was decided: it was dropped, or as much was confirmed as the reviewer found undue. Answers how many.
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
     SELECT gen_random_uuid(), l.county_code, l.id, l.amount_fen - asked.fen, 'RULE', f.rule, f.said, 'proposed', $4, $5
     FROM claim_line l CROSS JOIN LATERAL (${ASKED_BACK}) asked CROSS JOIN LATERAL (
       SELECT string_agg(t.one ->> 'rule', ',' ORDER BY t.at) AS rule,
         left(string_agg(t.one ->> 'message', '；' ORDER BY t.at), 500) AS said
       FROM claim_verdict v CROSS JOIN LATERAL jsonb_array_elements(v.verdicts) WITH ORDINALITY AS t (one, at)
       WHERE v.run_id = $2 AND v.line_id = l.id AND t.one ->> 'verdict' = 'fail'
         AND t.one ->> 'rule' = ANY ($3::text[])
         AND NOT EXISTS (SELECT FROM clawback c WHERE c.line_id = l.id AND c.state IN ('dropped', 'repaid')
           AND c.source = 'RULE' AND t.one ->> 'rule' = ANY (string_to_array(c.source_ref, ',')))) f
     WHERE l.batch_id = $1 AND l.removed_at IS NULL AND l.amount_fen > asked.fen AND NOT asked.is_open AND f.rule IS NOT NULL
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
