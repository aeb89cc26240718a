import type { PoolClient } from "pg";
import { checkLine } from "~/domain/rules/check-line";
import { RuleCount, type CountByRule } from "~/domain/claims/rule-count";
import type { NumbersOn } from "~/domain/rules/value-series";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { newId } from "~/platform/id.server";
import { factsOf } from "./facts/facts-of.server";
import { FoundVerdicts } from "./found-verdicts.server";
import { rulesDigest } from "./rules-digest.server";

/** What a run found, in figures. */
export interface RunFound {
  readonly runId: string;
  readonly number: number;
  readonly lineCount: number;
  /** 不能报送: a blocking rule fails or cannot be told. */
  readonly blockedLines: number;
  /** 要说明: of the others, those that a warning rule fails or cannot tell. */
  readonly warnedLines: number;
  /** 无法判断: of all, those of which something cannot be told. */
  readonly unknownLines: number;
  readonly byRule: readonly CountByRule[];
}

export interface RunBy {
  /** Null: at the console. */
  readonly userId: string | null;
  readonly name: string;
  readonly now: Date;
}

interface CheckAsOf {
  readonly today: CalendarDate;
  readonly numbers: NumbersOn;
}

/** What the lines were found to be, all together; line by line it lies in `found_verdict`. */
export interface Judgement {
  readonly counts: RuleCount;
  readonly parameters: readonly unknown[];
}

/** Judges every standing line of the batch; the caller holds the batch and sees its county alone. */
export async function judgeLines(
  client: PoolClient,
  batchId: string,
  { today, numbers }: CheckAsOf,
): Promise<Judgement> {
  const counts = new RuleCount();
  const used = new Map<string, unknown>();
  const found = new FoundVerdicts();
  await found.open(client);
  for await (const page of factsOf(client, batchId, { today, numbers })) {
    await found.keep(client, page, (facts) => {
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
  return { counts, parameters: [...used.values()] };
}

/** Keeps facts and verdicts as a run of their own. */
export async function keepRun(
  client: PoolClient,
  { id: batchId, countyCode }: { readonly id: string; readonly countyCode: string },
  by: RunBy,
  found: Judgement & Pick<CheckAsOf, "today">,
): Promise<RunFound> {
  const runId = newId();
  const byRule = found.counts.inOrder();
  const { rows } = await client.query<Omit<RunFound, "runId" | "byRule">>(
    `INSERT INTO check_run (id, batch_id, county_code, number, as_of, line_count, fail_lines, unknown_lines,
       rules_digest, parameters, by_rule, ran_by, ran_by_name, ran_at)
     SELECT $1, $2, $3, 1 + (SELECT coalesce(max(number), 0) FROM check_run WHERE batch_id = $2), $4,
       count(*), count(*) FILTER (WHERE fails > 0), count(*) FILTER (WHERE unknowns > 0), $5, $6, $7, $8, $9, $10
     FROM found_verdict
     RETURNING number, line_count AS "lineCount", unknown_lines AS "unknownLines",
       (SELECT count(*)::int FROM found_verdict WHERE blocks > 0) AS "blockedLines",
       (SELECT count(*)::int FROM found_verdict WHERE blocks = 0 AND fails + unknowns > 0) AS "warnedLines"`,
    [
      ...[runId, batchId, countyCode, found.today, rulesDigest()],
      ...[JSON.stringify(found.parameters), JSON.stringify(byRule), by.userId, by.name, by.now],
    ],
  );
  await client.query(
    `INSERT INTO claim_verdict (run_id, line_id, county_code, facts, verdicts, first_failed)
     SELECT $1, line_id, $2, facts::jsonb, verdicts::jsonb, first_failed FROM found_verdict`,
    [runId, countyCode],
  );
  await client.query(
    `UPDATE claim_line l SET fail_count = f.fails, unknown_count = f.unknowns, block_count = f.blocks
     FROM found_verdict f WHERE l.id = f.line_id
       AND (l.fail_count, l.unknown_count, l.block_count) IS DISTINCT FROM (f.fails, f.unknowns, f.blocks)`,
  );
  await client.query("UPDATE claim_batch SET last_run_id = $1, checked_at = $2 WHERE id = $3", [
    ...[runId, by.now, batchId],
  ]);
  const [run] = rows;
  if (run === undefined) throw new Error("a check that was not kept");
  return { ...run, runId, byRule };
}
