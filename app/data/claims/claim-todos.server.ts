import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import type { ClaimKind } from "~/domain/claims/claim";
import { claimName } from "~/domain/claims/claim-name";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { unseenAccount } from "./unseen-account.server";

interface ClaimTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

type Step =
  "mend" | "submit" | "review" | "hrss" | "poverty" | "pay" | "answer" | "account" | "confirm";

interface Waiting {
  readonly id: string;
  readonly countyCode: string;
  readonly kind: ClaimKind;
  readonly year: number;
  readonly number: number;
  readonly step: Step;
}

const LINE = Prisma.sql`FROM claim_line l WHERE l.batch_id = b.id AND l.removed_at IS NULL`;
const TO_SEND = Prisma.sql`(l.payment_state IS NULL OR l.payment_state = 'FAILED') AND l.amount_fen > 0
  AND NOT EXISTS (SELECT FROM clawback c WHERE c.line_id = l.id AND c.state IN ('proposed', 'confirmed'))`;

interface Rule {
  readonly needs: Action;
  readonly is: (me: Prisma.Sql) => Prisma.Sql;
}

/** In the order in which a claim goes from hand to hand; nobody decides on what he drew up or passed himself. */
const STEPS: Readonly<Record<Step, Rule>> = {
  mend: { needs: "claim.write", is: () => Prisma.sql`b.state = 'returned'` },
  submit: { needs: "claim.write", is: () => Prisma.sql`b.state = 'draft' AND b.line_count > 0` },
  review: {
    needs: "claim.review",
    is: (me) => Prisma.sql`b.state = 'submitted' AND ${me} NOT IN (b.created_by, b.submitted_by)`,
  },
  hrss: {
    needs: "claim.approveHrss",
    is: (me) => Prisma.sql`b.state = 'reviewed' AND b.hrss_approved_by IS NULL
      AND ${me} NOT IN (b.created_by, b.submitted_by, b.reviewed_by, coalesce(b.poverty_approved_by, b.id))`,
  },
  poverty: {
    needs: "claim.approvePoverty",
    is: (me) => Prisma.sql`b.state = 'reviewed' AND b.poverty_approved_by IS NULL
      AND ${me} NOT IN (b.created_by, b.submitted_by, b.reviewed_by, coalesce(b.hrss_approved_by, b.id))`,
  },
  pay: {
    needs: "claim.pay",
    is: () => Prisma.sql`b.state = 'approved' AND EXISTS (SELECT ${LINE} AND ${TO_SEND})`,
  },
  answer: {
    needs: "claim.pay",
    is: () =>
      Prisma.sql`b.state = 'approved' AND EXISTS (SELECT ${LINE} AND l.payment_state = 'SENT')`,
  },
  account: {
    needs: "claim.write",
    is: () =>
      Prisma.sql`b.state = 'approved' AND EXISTS (SELECT ${LINE} AND l.payment_state = 'FAILED')`,
  },
  confirm: {
    needs: "claim.review",
    is: (me) => Prisma.sql`b.state = 'approved' AND b.payee_unit IS NULL AND EXISTS (
      SELECT ${LINE} AND ${TO_SEND} AND EXISTS (SELECT FROM payee_account a
        WHERE a.person_id = l.person_id AND a.replaced_at IS NULL AND a.recorded_by <> ${me} AND ${unseenAccount}))`,
  },
};
const NAMES = Object.keys(STEPS) as readonly Step[];
const MOST_ROWS = 20;

/** The claims on which this very person has the next step. */
export async function claimTodos(tx: Tx, actor: Actor, on: string): Promise<ClaimTodo[]> {
  const found = waiting(actor, on);
  if (found === null) return [];
  const rows = await tx.$queryRaw<Waiting[]>`
    SELECT x.* FROM (${found}) AS x ORDER BY x.year, x."countyCode", x.kind, x.number, x.step
    LIMIT ${MOST_ROWS}`;
  return rows.map((row) => ({
    ...wording(row),
    countyName: regionName(row.countyCode) ?? row.countyCode,
  }));
}

/** How many `claimTodos` would list without its limit. */
export async function countClaimTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  const found = waiting(actor, on);
  if (found === null) return 0;
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (${found}) AS x`;
  return row?.n ?? 0;
}

/** Only claims not yet paid are looked at: an index of their own holds them (claim_batch_open). */
function waiting(actor: Actor, on: string): Prisma.Sql | null {
  const me = Prisma.sql`${actor.userId}::uuid`;
  const parts = NAMES.flatMap((step) => {
    const { needs, is } = STEPS[step];
    const counties = countiesFor(actor, needs, on);
    if (counties.length === 0) return [];
    return [
      Prisma.sql`SELECT b.id, b.county_code AS "countyCode", b.kind, b.year::int, b.number, ${step} AS step
      FROM claim_batch b WHERE b.county_code = ANY (${counties}::text[]) AND b.removed_at IS NULL
        AND b.state <> 'paid' AND ${is(me)}`,
    ];
  });
  return parts.length === 0 ? null : Prisma.join(parts, " UNION ALL ");
}

const WORDS: Readonly<Record<Step, readonly [what: string, detail: string, page: string]>> = {
  mend: ["修改被退回的", "打开看退回原因", ""],
  submit: ["核查、报送", "编制中，还没有报送", ""],
  review: ["复核", "待复核", ""],
  hrss: ["审批", "人社部门待审批", ""],
  poverty: ["审批", "扶贫（沪滇协作）部门待审批", ""],
  pay: ["发放", "有明细没有送银行或发放失败", "/payments"],
  answer: ["登记银行回盘：", "已送银行，没有结果", "/payments"],
  account: ["核对收款账户：", "银行退回，核对后登记另一个账号", "?group=refused"],
  confirm: ["确认收款账户：", "报送之后登记的账户，确认后才送银行", "/payments"],
};

function wording({ id, step, ...claim }: Waiting) {
  const [what, detail, page] = WORDS[step];
  return { what: `${what}${claimName(claim)}`, detail, to: `/claims/${id}${page}` };
}
