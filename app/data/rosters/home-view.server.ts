import type { Actor } from "~/domain/access/actor";
import { may, mayAnywhere, narrowedTo } from "~/domain/access/policy";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** One thing that waits for this very person. */
export interface Todo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

export interface HomeView {
  readonly todos: readonly Todo[];
  /** Null for those who do not read rosters. */
  readonly totals: {
    readonly headcount: number;
    readonly verified: number;
    readonly accepted: number;
  } | null;
  readonly mayImport: boolean;
}

interface Waiting {
  readonly id: string;
  readonly label: string;
  readonly countyCode: string;
  readonly state: string;
  readonly headcount: number;
  readonly reason: string | null;
}

/** What waits for the actor, the counties of his roles together. */
export function viewHome(actor: Actor, on: string): Promise<HomeView> {
  const mayImport = mayAnywhere(actor, "roster.import", on);
  if (!mayAnywhere(actor, "roster.read", on)) {
    return Promise.resolve({ todos: [], totals: null, mayImport });
  }
  return inTransaction(narrowedTo(actor, "roster.read", on), async (tx) => {
    const rosters = await waitingRosters(tx);
    const todos = [
      ...(await ownImports(tx, actor)),
      ...rosters.filter((one) => concerns(actor, one, on)).map(todoOf),
    ];
    return { todos, totals: await totalsOf(tx), mayImport };
  });
}

function concerns(actor: Actor, one: Waiting, on: string): boolean {
  const action = one.state === "submitted" ? "roster.review" : "roster.submit";
  return may(actor, action, one.countyCode, on);
}

function todoOf({ id, label, state, countyCode, headcount, reason }: Waiting): Todo {
  const countyName = regionName(countyCode) ?? countyCode;
  const to = `/rosters/${id}`;
  if (state === "submitted") {
    return { what: `审核花名册：${label}`, countyName, detail: `${headcount} 人，待审核`, to };
  }
  if (state === "returned") {
    return {
      what: `修改被退回的花名册：${label}`,
      countyName,
      detail: `退回原因：${reason ?? ""}`,
      to,
    };
  }
  return { what: `报送花名册：${label}`, countyName, detail: `${headcount} 人，草稿`, to };
}

const MOST_TODOS = 50;

function waitingRosters(tx: Tx): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>`
    SELECT r.id, c.name || '（' || c.term || '）' AS label, r.county_code AS "countyCode", r.state,
      r.headcount, r.return_reason AS reason
    FROM roster r JOIN training_class c ON c.id = r.class_id
    WHERE r.state <> 'accepted' AND r.headcount > 0
    ORDER BY r.state = 'returned' DESC, r.updated_at LIMIT ${MOST_TODOS}`;
}

async function ownImports(tx: Tx, actor: Actor): Promise<Todo[]> {
  const rows = await tx.rosterImport.findMany({
    where: { createdBy: actor.userId, state: { in: ["needsColumns", "checked", "failed"] } },
    select: { id: true, fileName: true, countyCode: true, state: true, rowCount: true },
    orderBy: { createdAt: "desc" },
    take: MOST_TODOS,
  });
  return rows.map(({ id, fileName, countyCode, state, rowCount }) => ({
    what: state === "checked" ? `确认入册：${fileName}` : `处理不能读取的文件：${fileName}`,
    countyName: regionName(countyCode) ?? countyCode,
    detail: state === "checked" ? `共 ${rowCount} 行，已查验` : "打开看原因和办法",
    to: `/rosters/imports/${id}`,
  }));
}

async function totalsOf(tx: Tx) {
  const sums = await tx.roster.aggregate({ _sum: { headcount: true, verifiedCount: true } });
  const accepted = await tx.roster.count({ where: { state: "accepted" } });
  const { headcount, verifiedCount } = sums._sum;
  return { headcount: headcount ?? 0, verified: verifiedCount ?? 0, accepted };
}
