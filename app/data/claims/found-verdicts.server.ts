import type { PoolClient } from "pg";
import type { ClaimFacts } from "~/domain/claims/facts";
import type { Judged } from "~/domain/rules/check-line";
import { copyInto } from "~/platform/bulk-sql.server";
import type { LineFacts } from "./facts/facts-of.server";

const COLUMNS = ["line_id", "facts", "verdicts", "first_failed", "fails", "unknowns", "blocks"];

/**
 * What a check finds, kept aside page by page until the run itself is written: `found_verdict`, gone with the
 * transaction. The texts are read as JSON once, when they come to their place.
 */
export class FoundVerdicts {
  async open(client: PoolClient): Promise<void> {
    await client.query(`CREATE TEMP TABLE found_verdict (line_id uuid, facts text STORAGE EXTERNAL,
      verdicts text STORAGE EXTERNAL, first_failed text, fails smallint, unknowns smallint, blocks smallint) ON COMMIT DROP`);
  }

  async keep(
    client: PoolClient,
    page: readonly LineFacts[],
    judge: (facts: ClaimFacts) => readonly Judged[],
  ): Promise<void> {
    const rows = page.map(({ lineId, facts }) => rowOf(lineId, facts, judge(facts)));
    await copyInto(client, "found_verdict", COLUMNS, rows);
  }
}

function rowOf(lineId: string, facts: ClaimFacts, judged: readonly Judged[]) {
  const told = judged.filter(({ verdict }) => verdict.kind !== "pass");
  const failed = told.filter(({ verdict }) => verdict.kind === "fail");
  const verdicts = told.map(({ rule, verdict: { kind, message, inputs } }) => ({
    ...{ rule: rule.id, verdict: kind, message, inputs },
  }));
  const texts = [JSON.stringify(facts), JSON.stringify(verdicts), failed[0]?.rule.id ?? null];
  const blocks = told.filter(({ rule }) => rule.severity === "block").length;
  return [lineId, ...texts, failed.length, told.length - failed.length, blocks];
}
