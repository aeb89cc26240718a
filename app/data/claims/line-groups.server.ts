import type { LineGroup } from "~/domain/claims/line-group";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { hinderedLines } from "./hindrances.server";

/** Which lines of a claim are looked at. */
export interface LineFilter {
  readonly group: LineGroup;
  /** A rule whose verdict in the latest check is asked about; null for any. */
  readonly rule: { readonly id: string; readonly verdict: "fail" | "unknown" } | null;
  /** Part of a name; empty for all. */
  readonly name: string;
}

/** Every line of the claim with how it stands, those that bar it ranked first. */
function marked(batchId: string, runId: string | null): Prisma.Sql {
  return Prisma.sql`WITH told AS MATERIALIZED (${hinderedLines(runId)}),
    marked AS MATERIALIZED (
      SELECT l.*, s.standing, CASE s.standing WHEN 'blocked' THEN 0 WHEN 'warned' THEN 1 WHEN 'unchecked' THEN 2
        ELSE 3 END AS rank
      FROM claim_line l LEFT JOIN told t ON t.line_id = l.id CROSS JOIN LATERAL (
        SELECT CASE WHEN l.fail_count IS NULL THEN 'unchecked' WHEN t.blocked THEN 'blocked'
          WHEN NOT t.blocked THEN 'warned' ELSE 'passed' END AS standing) s
      WHERE l.batch_id = ${batchId}::uuid)`;
}

/** For the beginning of a statement: `chosen` are the lines that the filter leaves, `marked` all of them. */
export function linesOfGroup(
  batchId: string,
  runId: string | null,
  { group, rule, name }: LineFilter,
): Prisma.Sql {
  const conditions = [
    condition(group),
    ...(name === "" ? [] : [Prisma.sql`strpos(name, ${name}) > 0`]),
    ...(rule === null
      ? []
      : [
          Prisma.sql`id IN (SELECT v.line_id FROM claim_verdict v WHERE v.run_id = ${runId}::uuid
            AND v.verdicts @> ${JSON.stringify([{ rule: rule.id, verdict: rule.verdict }])}::jsonb)`,
        ]),
  ];
  return Prisma.sql`${marked(batchId, runId)},
    chosen AS (SELECT * FROM marked WHERE ${Prisma.join(conditions, " AND ")})`;
}

/** Lines in each group. */
export async function countGroups(
  tx: Tx,
  batchId: string,
  runId: string | null,
): Promise<Readonly<Record<LineGroup, number>>> {
  const of = (group: LineGroup) => Prisma.sql`(count(*) FILTER (WHERE ${condition(group)}))::int`;
  const rows = await tx.$queryRaw<Record<LineGroup, number>[]>`
    ${marked(batchId, runId)}
    SELECT ${of("all")} AS all, ${of("blocked")} AS blocked, ${of("warned")} AS warned,
      ${of("passed")} AS passed, ${of("unchecked")} AS unchecked,
      ${of("unknown")} AS unknown, ${of("waiting")} AS waiting, ${of("sent")} AS sent, ${of("paid")} AS paid,
      ${of("refused")} AS refused, ${of("stopped")} AS stopped, ${of("removed")} AS removed
    FROM marked`;
  const [counts] = rows;
  if (counts === undefined) throw new Error("a count without a row");
  return counts;
}

function condition(group: LineGroup): Prisma.Sql {
  if (group === "removed") return Prisma.sql`removed_at IS NOT NULL`;
  return Prisma.sql`removed_at IS NULL AND ${ofStanding(group)}`;
}

function ofStanding(group: Exclude<LineGroup, "removed">): Prisma.Sql {
  switch (group) {
    case "all":
      return Prisma.sql`TRUE`;
    case "blocked":
    case "warned":
    case "passed":
    case "unchecked":
      return Prisma.sql`standing = ${group}`;
    case "unknown":
      return Prisma.sql`unknown_count > 0`;
    case "waiting":
      return Prisma.sql`payment_state IS NULL`;
    case "sent":
      return Prisma.sql`payment_state = 'SENT'`;
    case "paid":
      return Prisma.sql`payment_state = 'PAID'`;
    case "refused":
      return Prisma.sql`payment_state = 'FAILED'`;
    case "stopped":
      return Prisma.sql`payment_state = 'STOPPED'`;
  }
}
