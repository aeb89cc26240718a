import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { wageSheetName } from "~/domain/posts/wage-receipt";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { IS_SIGNED } from "./receipt-sql.server";

interface WageTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

type Step = "review" | "mend" | "pay" | "answer" | "sign" | "lock";

interface Waiting {
  readonly id: string;
  readonly rosterId: string | null;
  readonly countyCode: string;
  readonly month: string;
  readonly number: number;
  readonly step: Step;
}

const STANDING = Prisma.sql`FROM wage_line l WHERE l.sheet_id = w.id AND l.removed_at IS NULL`;
const TO_SEND = Prisma.sql`EXISTS (SELECT ${STANDING} AND l.pay_fen > 0
  AND (l.payment_state IS NULL OR l.payment_state = 'FAILED'))`;
const SENT = Prisma.sql`EXISTS (SELECT ${STANDING} AND l.payment_state = 'SENT')`;
const TO_SIGN = Prisma.sql`EXISTS (SELECT ${STANDING}
  AND (l.payment_state = 'PAID' OR l.pay_fen = 0) AND NOT ${IS_SIGNED})`;
const APPROVED = Prisma.sql`w.state = 'approved'`;

/** In the order in which a month goes from hand to hand; nobody reviews what he handed in himself. */
const STEPS: Readonly<
  Record<Step, { readonly needs: Action; readonly is: (actor: Actor) => Prisma.Sql }>
> = {
  review: {
    needs: "wage.review",
    is: ({ userId }) => Prisma.sql`w.state = 'submitted' AND w.submitted_by <> ${userId}::uuid
      AND w.created_by <> ${userId}::uuid`,
  },
  mend: { needs: "wage.write", is: () => Prisma.sql`w.state = 'returned'` },
  pay: { needs: "wage.pay", is: () => Prisma.sql`${APPROVED} AND ${TO_SEND}` },
  answer: { needs: "wage.pay", is: () => Prisma.sql`${APPROVED} AND ${SENT}` },
  sign: { needs: "wage.write", is: () => Prisma.sql`${APPROVED} AND ${TO_SIGN}` },
  lock: {
    needs: "wage.lock",
    is: () => Prisma.sql`${APPROVED} AND NOT ${TO_SEND} AND NOT ${SENT} AND NOT ${TO_SIGN}`,
  },
};
const NAMES = Object.keys(STEPS) as readonly Step[];
const MOST_ROWS = 20;

/** The wage sheets on which this very person has the next step. */
export async function wageTodos(tx: Tx, actor: Actor, on: string): Promise<WageTodo[]> {
  const found = waiting(actor, on);
  if (found === null) return [];
  const rows = await tx.$queryRaw<Waiting[]>`
    SELECT x.* FROM (${found}) AS x ORDER BY x.month, x."countyCode", x.number, x.step
    LIMIT ${MOST_ROWS}`;
  return rows.map((row) => ({
    ...wording(row),
    countyName: regionName(row.countyCode) ?? row.countyCode,
  }));
}

/** How many `wageTodos` would list without its limit. */
export async function countWageTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  const found = waiting(actor, on);
  if (found === null) return 0;
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (${found}) AS x`;
  return row?.n ?? 0;
}

/** Only sheets not locked are looked at: an index of their own holds them (wage_sheet_open). */
function waiting(actor: Actor, on: string): Prisma.Sql | null {
  const parts = NAMES.flatMap((step) => {
    const { needs, is } = STEPS[step];
    const counties = countiesFor(actor, needs, on);
    if (counties.length === 0) return [];
    return [
      Prisma.sql`SELECT w.id, w.roster_id AS "rosterId", w.county_code AS "countyCode",
        w.month::text AS month, w.number, ${step} AS step
      FROM wage_sheet w WHERE w.county_code = ANY (${counties}::text[]) AND w.removed_at IS NULL
        AND w.state <> 'locked' AND ${is(actor)}`,
    ];
  });
  return parts.length === 0 ? null : Prisma.join(parts, " UNION ALL ");
}

function wording({ id, rosterId, step, ...sheet }: Waiting) {
  const name = wageSheetName(sheet);
  const at = `/wage-sheets/${id}`;
  switch (step) {
    case "review":
      return { what: `审核${name}`, detail: "待审核", to: at };
    case "mend":
      return { what: `修改被退回的${name}`, detail: "打开看退回原因", to: at };
    case "pay":
      return { what: `发放${name}`, detail: "有人没有送银行或发放失败", to: `${at}/payment` };
    case "answer":
      return {
        what: `登记银行回盘：${name}`,
        detail: "已送银行，没有结果",
        to: `${at}/payment#result`,
      };
    case "sign":
      return {
        what: `签收${name}`,
        detail: "已发放，有人没有签收",
        to: `/rosters/${rosterId ?? ""}/signing`,
      };
    case "lock":
      return { what: `锁定${name}`, detail: "已全部发放、签收", to: at };
  }
}
