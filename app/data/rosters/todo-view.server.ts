import { countCourseTodos, courseTodos } from "~/data/evidence/course-todos.server";
import { countWorkTodos, workTodos } from "~/data/employers/work-todos.server";
import { countEvidenceTodos, evidenceTodos } from "~/data/evidence/evidence-todos.server";
import {
  countReconciliationTodos,
  reconciliationTodos,
} from "~/data/targets/reconciliation-todos.server";
import { countFollowUpTodos, followUpTodos } from "~/data/placements/follow-up-todos.server";
import { countPlacementTodos, placementTodos } from "~/data/placements/placement-todos.server";
import { classTodos, countClassTodos } from "~/data/training/class-todos.server";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may, mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { afterCompletion, wording } from "~/domain/rosters/todo-wording";
import { className } from "~/domain/training/training-class";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** One thing that waits for this very person. */
export interface Todo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

export interface TodoList {
  /** The first of them. */
  readonly rows: readonly Todo[];
  readonly total: number;
}

/** One kind of work that can wait for somebody; `list` gives the first of what `count` counts. */
export interface TodoSource {
  list(tx: Tx, actor: Actor, on: string): Promise<readonly Todo[]>;
  /** Asked for every page: an index must answer it. */
  count(tx: Tx, actor: Actor, on: string): Promise<number>;
}

const NOTHING: TodoList = { rows: [], total: 0 };
const MOST_ROWS = 50;

/** In the order of the home page. */
const SOURCES: readonly TodoSource[] = [
  {
    list: importTodos,
    count: (tx, actor) => tx.rosterImport.count({ where: waitingImports(actor) }),
  },
  { list: classTodos, count: countClassTodos },
  { list: courseTodos, count: countCourseTodos },
  { list: evidenceTodos, count: countEvidenceTodos },
  { list: workTodos, count: countWorkTodos },
  { list: reconciliationTodos, count: countReconciliationTodos },
  {
    list: rosterTodos,
    count: (tx, actor, on) => tx.roster.count({ where: waitingRosters(actor, on) }),
  },
  { list: placementTodos, count: countPlacementTodos },
  { list: followUpTodos, count: countFollowUpTodos },
];

/** What waits for the actor in the counties of his roles. */
export function listTodos(actor: Actor, on: string): Promise<TodoList> {
  if (!mayAnywhere(actor, "roster.read", on)) return Promise.resolve(NOTHING);
  return inTransaction(narrowedTo(actor, "roster.read", on), async (tx) => {
    const rows: Todo[] = [];
    for (const source of SOURCES) rows.push(...(await source.list(tx, actor, on)));
    return { rows, total: await countIn(tx, actor, on) };
  });
}

/** How many things `listTodos` has to list. */
export function countTodos(actor: Actor, on: string): Promise<number> {
  if (!mayAnywhere(actor, "roster.read", on)) return Promise.resolve(0);
  return inTransaction(narrowedTo(actor, "roster.read", on), (tx) => countIn(tx, actor, on));
}

async function countIn(tx: Tx, actor: Actor, on: string): Promise<number> {
  let total = 0;
  for (const source of SOURCES) total += await source.count(tx, actor, on);
  return total;
}

function waitingImports(actor: Actor): Prisma.RosterImportWhereInput {
  return { createdBy: actor.userId, state: { in: ["needsColumns", "checked", "failed"] } };
}

/**
 * To submit, where he submits; to review, where he reviews and somebody else has submitted; once the
 * class is completed, evidence to make whole where he records it, and to seal where he seals.
 */
function waitingRosters(actor: Actor, on: string): Prisma.RosterWhereInput {
  const where = (action: Action) => ({
    in: actor.counties.filter((code) => may(actor, action, code, on)),
  });
  return {
    headcount: { gt: 0 },
    OR: [
      { state: { in: ["draft", "returned"] }, countyCode: where("roster.submit") },
      {
        state: "submitted",
        countyCode: where("roster.review"),
        submittedBy: { not: actor.userId },
      },
      {
        state: "accepted",
        countyCode: where("roster.seal"),
        submittedBy: { not: actor.userId },
        trainingClass: { completedOn: { not: null }, NOT: { completedBy: actor.userId } },
      },
      {
        state: "accepted",
        countyCode: where("class.write"),
        trainingClass: { completedOn: { not: null } },
      },
    ],
  };
}

async function importTodos(tx: Tx, actor: Actor): Promise<Todo[]> {
  const rows = await tx.rosterImport.findMany({
    where: waitingImports(actor),
    select: { id: true, fileName: true, countyCode: true, state: true, rowCount: true },
    orderBy: { createdAt: "desc" },
    take: MOST_ROWS,
  });
  return rows.map(({ id, fileName, countyCode, state, rowCount }) => ({
    what: state === "checked" ? `确认入册：${fileName}` : `处理不能读取的文件：${fileName}`,
    countyName: regionName(countyCode) ?? countyCode,
    detail: state === "checked" ? `共 ${rowCount} 行，已查验` : "打开看原因和办法",
    to: `/rosters/imports/${id}`,
  }));
}

async function rosterTodos(tx: Tx, actor: Actor, on: string): Promise<Todo[]> {
  const rows = await tx.roster.findMany({
    where: waitingRosters(actor, on),
    select: {
      ...{ id: true, classId: true, countyCode: true, state: true, headcount: true },
      returnReason: true,
      trainingClass: { select: { name: true, term: true } },
    },
    // By the letters of the states: what came back stands before drafts.
    orderBy: [{ state: "desc" }, { updatedAt: "asc" }],
    take: MOST_ROWS,
  });
  return rows.map(({ id, classId, countyCode, state, headcount, returnReason, trainingClass }) => {
    const label = className(trainingClass);
    return {
      countyName: regionName(countyCode) ?? countyCode,
      to: `/rosters/${id}`,
      ...(state === "accepted"
        ? afterCompletion(may(actor, "class.write", countyCode, on), { id, classId, label })
        : wording(state, label, headcount, returnReason ?? "")),
    };
  });
}
