import type { PoolClient } from "pg";
import type { ClaimFacts } from "~/domain/claims/facts";
import { checkLine, type Judged } from "~/domain/rules/check-line";
import { RuleCount, type CountByRule } from "~/domain/claims/rule-count";
import type { NumbersOn } from "~/domain/rules/value-series";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { newId } from "~/platform/id.server";
import { factsOf, type LineFacts } from "./facts/facts-of.server";
import { rulesDigest } from "./rules-digest.server";

/** What a run found, in figures. */
export interface RunFound {
  readonly runId: string;
  readonly number: number;
  readonly lineCount: number;
  readonly failLines: number;
  readonly unknownLines: number;
  readonly byRule: readonly CountByRule[];
}

export interface RunBy {
  /** Null: at the console. */
  readonly userId: string | null;
  readonly name: string;
  readonly now: Date;
}

/**
 * Judges every standing line of the batch and keeps facts and verdicts as a run of its own; the caller holds the batch and
 * sees its county alone.
 */
export async function runCheck(
  client: PoolClient,
  batch: { readonly id: string; readonly countyCode: string },
  by: RunBy,
  { today, numbers }: { readonly today: CalendarDate; readonly numbers: NumbersOn },
): Promise<RunFound> {
  await client.query(`CREATE TEMP TABLE found_verdict (line_id uuid, facts jsonb, verdicts jsonb,
    first_failed text, fails smallint, unknowns smallint) ON COMMIT DROP`);
  const counts = new RuleCount();
  const used = new Map<string, unknown>();
  for await (const page of factsOf(client, batch.id, { today, numbers })) {
    await keepPage(client, page, (facts) => {
      const known = numbers(facts.eventOn);
      const judged = checkLine(facts, (parameter) => {
        const value = known(parameter);
        if (value !== null) used.set(`${parameter} ${value.fromOn ?? ""}`, { parameter, ...value });
        return value;
      });
      counts.add(judged);
      return judged;
    });
  }
  return keepRun(client, batch, by, { today, counts, parameters: [...used.values()] });
}

async function keepPage(
  client: PoolClient,
  page: readonly LineFacts[],
  judge: (facts: ClaimFacts) => readonly Judged[],
): Promise<void> {
  const rows = page.map(({ lineId, facts }) => {
    const told = judge(facts).filter(({ verdict }) => verdict.kind !== "pass");
    const failed = told.filter(({ verdict }) => verdict.kind === "fail");
    const verdicts = told.map(({ rule, verdict: { kind, message, inputs } }) => ({
      ...{ rule: rule.id, verdict: kind, message, inputs },
    }));
    const [fails, unknowns] = [failed.length, told.length - failed.length];
    return { lineId, facts, verdicts, first: failed[0]?.rule.id ?? null, fails, unknowns };
  });
  await client.query(
    `INSERT INTO found_verdict SELECT x."lineId", x.facts, x.verdicts, x.first, x.fails, x.unknowns
     FROM jsonb_to_recordset($1::jsonb) AS x("lineId" uuid, facts jsonb, verdicts jsonb, first text,
       fails smallint, unknowns smallint)`,
    [JSON.stringify(rows)],
  );
}

async function keepRun(
  client: PoolClient,
  { id: batchId, countyCode }: { readonly id: string; readonly countyCode: string },
  by: RunBy,
  found: {
    readonly today: CalendarDate;
    readonly counts: RuleCount;
    readonly parameters: readonly unknown[];
  },
): Promise<RunFound> {
  const runId = newId();
  const byRule = found.counts.inOrder();
  const { rows } = await client.query<Omit<RunFound, "runId" | "byRule">>(
    `INSERT INTO check_run (id, batch_id, county_code, number, as_of, line_count, fail_lines, unknown_lines,
       rules_digest, parameters, by_rule, ran_by, ran_by_name, ran_at)
     SELECT $1, $2, $3, 1 + (SELECT coalesce(max(number), 0) FROM check_run WHERE batch_id = $2), $4,
       count(*), count(*) FILTER (WHERE fails > 0), count(*) FILTER (WHERE unknowns > 0), $5, $6, $7, $8, $9, $10
     FROM found_verdict
     RETURNING number, line_count AS "lineCount", fail_lines AS "failLines", unknown_lines AS "unknownLines"`,
    [
      ...[runId, batchId, countyCode, found.today, rulesDigest()],
      ...[JSON.stringify(found.parameters), JSON.stringify(byRule), by.userId, by.name, by.now],
    ],
  );
  await client.query(
    `INSERT INTO claim_verdict (run_id, line_id, county_code, facts, verdicts, first_failed)
     SELECT $1, line_id, $2, facts, verdicts, first_failed FROM found_verdict`,
    [runId, countyCode],
  );
  await client.query(
    `UPDATE claim_line l SET fail_count = f.fails, unknown_count = f.unknowns FROM found_verdict f
     WHERE l.id = f.line_id AND (l.fail_count, l.unknown_count) IS DISTINCT FROM (f.fails, f.unknowns)`,
  );
  await client.query("UPDATE claim_batch SET last_run_id = $1 WHERE id = $2", [runId, batchId]);
  const [run] = rows;
  if (run === undefined) throw new Error("a check that was not kept");
  return { ...run, runId, byRule };
}
