import type { Measure } from "./measure";
import { destinationsOf, MEASURES } from "./measure";

/** The measures a county and its district can hold against each other: those that count placed persons. */
export const RECONCILED_MEASURES: readonly Measure[] = [
  "SHANGHAI_PLACED" as const,
  ...MEASURES.filter((one) => one !== "SHANGHAI_PLACED" && destinationsOf(one) !== null),
];

/** Text from an address or a form as one of them, or null. */
export function toReconciledMeasure(text: string | null | undefined): Measure | null {
  return RECONCILED_MEASURES.find((measure) => measure === text) ?? null;
}

/** Our definition of a month's figure (decisions/0023). */
export const FIGURE_DEFINITION =
  "本月新增人数：当年第一次计入该指标的上岗日期落在本月的人数。计入的条件是上岗当日在建档立卡数据中查到、且有有效佐证材料；同一人一年只计一次。累计为当年至本月双方都有数的各月之和，双方签字锁定时一并固定。";

/** Why one side has a person whom the other has not. */
export type ExplanationKind =
  | "START_DAY"
  | "NOT_REPORTED"
  | "DUPLICATE"
  | "RETURNED_HOME"
  | "EMPLOYER_DIFFERS"
  | "WRONG_NUMBER"
  | "OTHER";

export const EXPLANATION_LABELS: Readonly<Record<ExplanationKind, string>> = {
  START_DAY: "上岗日期口径不同",
  NOT_REPORTED: "一方漏报",
  DUPLICATE: "重复",
  RETURNED_HOME: "已返乡",
  EMPLOYER_DIFFERS: "单位信息不符",
  WRONG_NUMBER: "证件号码有误",
  OTHER: "其他",
};

export function toExplanationKind(text: string): ExplanationKind | null {
  const kinds = Object.keys(EXPLANATION_LABELS) as readonly ExplanationKind[];
  return kinds.find((kind) => kind === text) ?? null;
}

/** What happens to a reconciliation. */
export type StepKind =
  | "OPENED"
  | "COUNTY_LIST"
  | "DISTRICT_FIGURE"
  | "DISTRICT_LIST"
  | "EXPLAINED"
  | "COUNTY_SIGNED"
  | "DISTRICT_SIGNED"
  | "COUNTY_WITHDREW"
  | "DISTRICT_WITHDREW"
  | "SIGNATURE_FELL"
  | "LOCKED"
  | "REOPENED";

export const STEP_LABELS: Readonly<Record<StepKind, string>> = {
  OPENED: "发起对账",
  COUNTY_LIST: "县方取数",
  DISTRICT_FIGURE: "区方填报人数",
  DISTRICT_LIST: "区方导入名单",
  EXPLAINED: "说明差异",
  COUNTY_SIGNED: "县方签字",
  DISTRICT_SIGNED: "区方签字",
  COUNTY_WITHDREW: "县方撤回签字",
  DISTRICT_WITHDREW: "区方撤回签字",
  SIGNATURE_FELL: "内容改动，原签字失效",
  LOCKED: "双方已签，本月锁定",
  REOPENED: "重新打开",
};
