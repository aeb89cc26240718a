import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { noMonthAfter } from "./correction-settling-store.server";
import { findPaidAfterLeaving } from "./paid-after-leaving.server";

interface SettlingTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

const TO = "/wage-sheets/unsettled";

/** Money paid too much that no month is left to keep back: the officer corrects it, finance gets it back. */
export async function settlingTodos(tx: Tx, actor: Actor, on: string): Promise<SettlingTodo[]> {
  const owed = await tx.$queryRaw<{ countyCode: string; n: number }[]>`
    SELECT j.county_code AS "countyCode", count(*)::int AS n
    FROM wage_adjustment j JOIN post_appointment a ON a.id = j.appointment_id
    WHERE j.line_id IS NULL AND j.voided_at IS NULL AND j.returned_on IS NULL AND j.amount_fen < 0
      AND j.county_code = ANY (${countiesFor(actor, "wage.pay", on)}::text[])
      AND ${noMonthAfter(Prisma.sql`j.of_month`)}
    GROUP BY 1 ORDER BY 1`;
  const late = await findPaidAfterLeaving(tx, { counties: countiesFor(actor, "wage.write", on) });
  const byCounty = new Map<string, number>();
  for (const { countyCode } of late) {
    byCounty.set(countyCode, (byCounty.get(countyCode) ?? 0) + 1);
  }
  const todo = (countyCode: string, what: string, detail: string) => ({
    ...{ what, detail, to: TO, countyName: regionName(countyCode) ?? countyCode },
  });
  return [
    ...[...byCounty].map(([code, n]) =>
      todo(code, "更正退岗后多发的工资", `${n} 人月，锁定后登记扣回`),
    ),
    ...owed.map(({ countyCode, n }) =>
      todo(countyCode, "收回多发的工资", `${n} 笔扣回没有结清，岗位已结束`),
    ),
  ];
}

/** How many `settlingTodos` would list. */
export async function countSettlingTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  return (await settlingTodos(tx, actor, on)).length;
}
