import { maskedIds } from "~/data/people/masked-ids.server";
import type { Actor } from "~/domain/access/actor";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { RunReport } from "./run-report.server";

/** Lines of a rule in a run: that it fails, cannot tell, fails first, newly tells of, or no longer does. */
export const RUN_LINE_GROUPS = ["fail", "unknown", "first", "appeared", "gone"] as const;
export type RunLineGroup = (typeof RUN_LINE_GROUPS)[number];

export interface RunLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly maskedId: string;
  readonly verdict: "fail" | "unknown";
  readonly message: string;
  readonly isRemoved: boolean;
}

/** The lines behind a figure of a report, a page of them. */
export function viewRunLines(
  actor: Actor,
  run: Pick<RunReport, "runId" | "beforeId">,
  { rule, group }: { readonly rule: string; readonly group: RunLineGroup },
  { cursor, size }: { readonly cursor: KeyCursor; readonly size: number },
): Promise<KeyPage<RunLine>> {
  const { runId, beforeId } = run;
  const isBack = cursor.before !== null;
  const key = cursor.before ?? cursor.after;
  const sign = isBack ? Prisma.sql`<` : Prisma.sql`>`;
  const way = isBack ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond =
    key === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(l.line_no, l.id) ${sign} (SELECT line_no, id FROM claim_line WHERE id = ${key}::uuid)`;
  return inTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<(Omit<RunLine, "maskedId"> & { personId: string })[]>`
      WITH told AS MATERIALIZED (
        SELECT v.run_id = ${runId}::uuid AS is_now, v.line_id, v.first_failed, x.one ->> 'verdict' AS verdict,
          x.one ->> 'message' AS message
        FROM claim_verdict v CROSS JOIN LATERAL jsonb_array_elements(v.verdicts) AS x (one)
        WHERE v.run_id IN (${runId}::uuid, ${beforeId}::uuid) AND x.one ->> 'rule' = ${rule})
      SELECT l.id, l.line_no AS "lineNo", l.name, l.person_id AS "personId", t.verdict, t.message,
        l.removed_at IS NOT NULL AS "isRemoved"
      FROM told t JOIN claim_line l ON l.id = t.line_id
      WHERE ${condition(group, rule)} AND ${beyond}
      ORDER BY l.line_no ${way}, l.id ${way} LIMIT ${size + 1}`;
    const page = keyPage(rows, size, cursor, ({ id }) => id);
    const ids = page.rows.map(({ personId }) => personId);
    const masked = await maskedIds(tx, ids);
    return {
      ...page,
      rows: page.rows.map(({ personId, ...row }) => ({
        ...row,
        maskedId: masked.get(personId) ?? "",
      })),
    };
  });
}

function condition(group: RunLineGroup, rule: string): Prisma.Sql {
  const other = Prisma.sql`NOT EXISTS (SELECT FROM told o WHERE o.line_id = t.line_id
    AND o.verdict = t.verdict AND o.is_now <> t.is_now)`;
  switch (group) {
    case "fail":
    case "unknown":
      return Prisma.sql`t.is_now AND t.verdict = ${group}`;
    case "first":
      return Prisma.sql`t.is_now AND t.verdict = 'fail' AND t.first_failed = ${rule}`;
    case "appeared":
      return Prisma.sql`t.is_now AND ${other}`;
    case "gone":
      return Prisma.sql`NOT t.is_now AND ${other}`;
  }
}
