import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface ClawbackTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

interface Open {
  readonly countyCode: string;
  readonly state: "proposed" | "confirmed";
  readonly n: number;
}

/** Claw-backs by county: those another has proposed want a decision, those confirmed their money. */
export async function clawbackTodos(tx: Tx, actor: Actor, on: string): Promise<ClawbackTodo[]> {
  const decides = countiesFor(actor, "clawback.decide", on);
  const collects = countiesFor(actor, "clawback.collect", on);
  if (decides.length + collects.length === 0) return [];
  const rows = await tx.$queryRaw<Open[]>`
    SELECT county_code AS "countyCode", state, count(*)::int AS n FROM clawback
    WHERE (state = 'proposed' AND county_code = ANY (${decides}::text[])
        AND proposed_by IS DISTINCT FROM ${actor.userId}::uuid)
      OR (state = 'confirmed' AND county_code = ANY (${collects}::text[])
        AND decided_by IS DISTINCT FROM ${actor.userId}::uuid)
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return rows.map(({ countyCode, state, n }) => ({
    what: state === "proposed" ? "确认追回补贴" : "收回补贴",
    countyName: regionName(countyCode) ?? countyCode,
    detail: state === "proposed" ? `${n} 笔待确认` : `${n} 笔已确认，没有收回`,
    to: `/clawbacks?state=${state}&county=${countyCode}`,
  }));
}

/** How many `clawbackTodos` would list. */
export async function countClawbackTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  return (await clawbackTodos(tx, actor, on)).length;
}
