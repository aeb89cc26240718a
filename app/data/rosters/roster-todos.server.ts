import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { countiesFor, may } from "~/domain/access/policy";
import { afterCompletion, wording } from "~/domain/rosters/todo-wording";
import { className } from "~/domain/training/training-class";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import type { Todo } from "./todo-view.server";

const MOST_ROWS = 50;

/** How many `importTodos` would list without its limit. */
export function countImportTodos(tx: Tx, actor: Actor): Promise<number> {
  return tx.rosterImport.count({ where: waitingImports(actor) });
}

/** How many `rosterTodos` would list without its limit. */
export function countRosterTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  return tx.roster.count({ where: waitingRosters(actor, on) });
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
    in: countiesFor(actor, action, on),
  });
  return {
    kind: "TRAINING",
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

/** His own imports that wait for his decision. */
export async function importTodos(tx: Tx, actor: Actor): Promise<Todo[]> {
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

/** Rosters to submit, review, seal or make whole, as `waitingRosters` says. */
export async function rosterTodos(tx: Tx, actor: Actor, on: string): Promise<Todo[]> {
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
  return rows.flatMap((row) => {
    const { id, classId, countyCode, state, headcount, returnReason, trainingClass } = row;
    if (classId === null || trainingClass === null) return [];
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
