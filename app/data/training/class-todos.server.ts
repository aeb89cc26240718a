import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { planLabel } from "~/domain/training/plan";
import { className } from "~/domain/training/training-class";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface ClassTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

const MOST_ROWS = 20;

/** Plans and filings to decide where he reviews, and those that came back where he writes. */
export async function classTodos(tx: Tx, actor: Actor, on: string): Promise<ClassTodo[]> {
  const plans = await tx.trainingPlan.findMany({
    where: waitingPlans(actor, on),
    select: { id: true, year: true, title: true, countyCode: true, state: true },
    orderBy: { submittedAt: "asc" },
    take: MOST_ROWS,
  });
  const filings = await tx.trainingClass.findMany({
    where: waitingFilings(actor, on),
    select: { id: true, name: true, term: true, countyCode: true, filingState: true },
    orderBy: { filedAt: "asc" },
    take: MOST_ROWS,
  });
  return [
    ...plans.map((plan) => ({
      ...wording(plan.state, "年度培训计划", planLabel(plan)),
      countyName: regionName(plan.countyCode) ?? plan.countyCode,
      to: `/plans/${plan.id}`,
    })),
    ...filings.map((one) => ({
      ...wording(one.filingState, "开班备案", className(one)),
      countyName: regionName(one.countyCode) ?? one.countyCode,
      to: `/classes/${one.id}`,
    })),
  ];
}

/** How many `classTodos` would list without its limit. */
export async function countClassTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  const plans = await tx.trainingPlan.count({ where: waitingPlans(actor, on) });
  return plans + (await tx.trainingClass.count({ where: waitingFilings(actor, on) }));
}

function wording(state: string, paper: string, label: string) {
  return state === "submitted"
    ? { what: `审批${paper}：${label}`, detail: "待审批" }
    : { what: `修改被退回的${paper}：${label}`, detail: "打开看退回原因" };
}

function waitingPlans(actor: Actor, on: string): Prisma.TrainingPlanWhereInput {
  return {
    OR: [
      {
        state: "submitted",
        countyCode: where(actor, "plan.review", on),
        submittedBy: { not: actor.userId },
      },
      { state: "returned", countyCode: where(actor, "plan.write", on) },
    ],
  };
}

function waitingFilings(actor: Actor, on: string): Prisma.TrainingClassWhereInput {
  return {
    OR: [
      {
        filingState: "submitted",
        countyCode: where(actor, "class.review", on),
        filedBy: { not: actor.userId },
      },
      { filingState: "returned", countyCode: where(actor, "class.write", on) },
    ],
  };
}

function where(actor: Actor, action: Action, on: string) {
  return { in: countiesFor(actor, action, on) };
}
