import { claimTodos, countClaimTodos } from "~/data/claims/claim-todos.server";
import { clawbackTodos, countClawbackTodos } from "~/data/claims/clawback-todos.server";
import { countCourseTodos, courseTodos } from "~/data/evidence/course-todos.server";
import { countWorkTodos, workTodos } from "~/data/employers/work-todos.server";
import { countEvidenceTodos, evidenceTodos } from "~/data/evidence/evidence-todos.server";
import {
  countReconciliationTodos,
  reconciliationTodos,
} from "~/data/targets/reconciliation-todos.server";
import { countFollowUpTodos, followUpTodos } from "~/data/placements/follow-up-todos.server";
import { countPotTodos, potTodos } from "~/data/funds/pot-todos.server";
import { countPlacementTodos, placementTodos } from "~/data/placements/placement-todos.server";
import { countReceiptTodos, receiptTodos } from "~/data/posts/receipt-todos.server";
import {
  countImportedReceiptTodos,
  importedReceiptTodos,
} from "~/data/posts/imported-receipt-todos.server";
import { countPostMonthTodos, postMonthTodos } from "~/data/posts/post-month-todos.server";
import { countPostTodos, postTodos } from "~/data/posts/post-todos.server";
import { countSettlingTodos, settlingTodos } from "~/data/posts/settling-todos.server";
import { countWageTodos, wageTodos } from "~/data/posts/wage-todos.server";
import { classTodos, countClassTodos } from "~/data/training/class-todos.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import {
  countImportTodos,
  countRosterTodos,
  importTodos,
  rosterTodos,
} from "./roster-todos.server";

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

/** In the order of the home page. */
const SOURCES: readonly TodoSource[] = [
  { list: importTodos, count: countImportTodos },
  { list: classTodos, count: countClassTodos },
  { list: courseTodos, count: countCourseTodos },
  { list: receiptTodos, count: countReceiptTodos },
  { list: evidenceTodos, count: countEvidenceTodos },
  { list: workTodos, count: countWorkTodos },
  { list: reconciliationTodos, count: countReconciliationTodos },
  { list: rosterTodos, count: countRosterTodos },
  { list: placementTodos, count: countPlacementTodos },
  { list: followUpTodos, count: countFollowUpTodos },
  { list: wageTodos, count: countWageTodos },
  { list: settlingTodos, count: countSettlingTodos },
  { list: postMonthTodos, count: countPostMonthTodos },
  { list: importedReceiptTodos, count: countImportedReceiptTodos },
  { list: postTodos, count: countPostTodos },
  { list: claimTodos, count: countClaimTodos },
  { list: clawbackTodos, count: countClawbackTodos },
  { list: potTodos, count: countPotTodos },
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
