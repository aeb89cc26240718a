import { z } from "zod";
import type { Fen } from "~/domain/shared/fen";
import { optionalText, requiredText, wholeNumber, yuan } from "~/domain/shared/form-fields";

/** 年度培训计划: drawn up by the county, approved by another person, then fixed. */
export type PlanState = "draft" | "submitted" | "returned" | "approved";

export const PLAN_STATE_LABELS: Readonly<Record<PlanState, string>> = {
  draft: "未报送",
  submitted: "待审批",
  returned: "已退回",
  approved: "已批准",
};

/** What a plan sets for one trade. */
export interface PlanItem {
  readonly trade: string;
  readonly classCount: number;
  readonly headcount: number;
  readonly budgetFen: Fen;
  readonly note: string;
}

/** A plan as lists and other pages name it: its year once, whether or not the title says it too. */
export function planLabel({
  year,
  title,
}: {
  readonly year: number;
  readonly title: string;
}): string {
  return title.includes(String(year)) ? title : `${year} 年 ${title}`;
}

export function canChangePlan(state: PlanState): boolean {
  return state === "draft" || state === "returned";
}

/** Nobody approves or returns what he drew up or handed in. */
export function isOwnPlan(
  plan: { readonly createdBy: string; readonly submittedBy: string | null },
  userId: string,
): boolean {
  return userId === plan.createdBy || userId === plan.submittedBy;
}

const item = z.object({
  trade: requiredText("工种", 40),
  classCount: wholeNumber("计划班数", 1, 999),
  headcount: wholeNumber("计划人数", 1, 99_999),
  budgetFen: yuan("预算"),
  note: optionalText("备注", 200),
});

/** The fields of the form beside its rows of trades. */
const head = {
  year: wholeNumber("年度", 2018, 2099),
  title: requiredText("计划名称", 60),
  basis: optionalText("依据文件", 200),
  // 四个明确 (沪滇协作年度计划的四项内容); the plan is no plan without one of them.
  goal: requiredText("目标任务", 2000),
  schedule: requiredText("时间节点", 2000),
  duties: requiredText("责任区分", 2000),
  measures: requiredText("工作举措", 2000),
  items: z.array(item).min(1, "请至少填写一个工种的计划"),
};

export const trainingPlanForm = z.object(head).superRefine(({ items }, context) => {
  const seen = new Set<string>();
  items.forEach(({ trade }, at) => {
    if (seen.has(trade)) {
      context.addIssue({
        code: "custom",
        path: ["items", at, "trade"],
        message: `“${trade}”已列过一次，请并为一行`,
      });
    }
    seen.add(trade);
  });
});

export type TrainingPlanForm = z.infer<typeof trainingPlanForm>;

/** The texts of a form with rows `item.0.trade`, `item.0.classCount`, … as the schema takes them; empty rows fall out. */
export function planTexts(typed: Readonly<Record<string, string>>) {
  const rows = Array.from({ length: MOST_ITEMS }, (_, at) => ({
    trade: typed[`item.${at}.trade`] ?? "",
    classCount: typed[`item.${at}.classCount`] ?? "",
    headcount: typed[`item.${at}.headcount`] ?? "",
    budgetFen: typed[`item.${at}.budgetFen`] ?? "",
    note: typed[`item.${at}.note`] ?? "",
  }));
  const positions = rows.flatMap((row, at) =>
    Object.values(row).every((text) => text.trim() === "") ? [] : [at],
  );
  const items = positions.map((at) => rows[at]);
  return { texts: { ...typed, items }, positions };
}

export const MOST_ITEMS = 40;
