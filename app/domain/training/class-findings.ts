import type { ParameterInForce } from "~/domain/rules/parameter";
import type { CostFacts } from "./class-cost-findings";
import { costFindings } from "./class-cost-findings";
import type { PlanFacts, ProviderFacts } from "./class-plan-findings";
import { planClause, planFindings, providerFindings } from "./class-plan-findings";
import type { Commissioning, FilingState } from "./filing";
import { isInShanghai } from "../shared/region-code";
import { YUNNAN_IMPLEMENTS_FROM } from "./filing-form";

/** error: stands against a rule; warning: look at it, it may have its reason. */
export type FindingSeverity = "error" | "warning";

/** The page where it is mended. */
export type MendedAt = "filing" | "plan" | "provider" | "sessions" | "roster" | "documents";

export interface ClassFinding {
  /** Stable name; a reviewer approves over those he has seen. */
  readonly id: string;
  readonly severity: FindingSeverity;
  /** What was found, with the figures. */
  readonly what: string;
  /** Document and clause; null where it is a matter of the product's own order. */
  readonly citation: string | null;
  readonly mendedAt: MendedAt;
}

/** Two rooms at once; hours are minutes after midnight. */
export interface Overlap {
  readonly trainees: number;
  readonly heldOn: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Null: a class of another county, which does not show its name. */
  readonly className: string | null;
}

/** Everything the findings of a class rest on, fetched beforehand; days are `YYYY-MM-DD`. */
export interface ClassFacts {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly trade: string;
  readonly filingState: FilingState;
  /** The day of approval; null until approved. */
  readonly approvedOn: string | null;
  readonly commissioning: Commissioning;
  readonly employerName: string;
  readonly employerCreditCode: string;
  readonly employerOrder: string;
  readonly hasOrderDocument: boolean;
  readonly implementerRegion: string;
  readonly implementerReason: string;
  /** Persons on the roster; null before there is one. */
  readonly headcount: number | null;
  readonly plannedHeadcount: number | null;
  /** 课时 of the sessions that stand. */
  readonly classHours: number;
  readonly maxHeadcount: ParameterInForce | null;
  readonly maxHours: ParameterInForce | null;
  readonly plan: PlanFacts | null;
  readonly provider: ProviderFacts | null;
  readonly cost: CostFacts;
  readonly overlaps: readonly Overlap[];
}

const IMPLEMENTER_CLAUSE = "沪合组办〔2020〕9号 二（三）；曲财农〔2020〕31号 二";

/** What stands against the class as filed, on the day asked; errors first. Empty: nothing was found. */
export function classFindings(facts: ClassFacts, today: string): readonly ClassFinding[] {
  const found = [
    ...approvalFindings(facts, today),
    ...planFindings(facts.plan, facts),
    ...providerFindings(facts.provider, facts),
    ...orderFindings(facts),
    ...implementerFindings(facts),
    ...sizeFindings(facts),
    ...costFindings(facts.cost, facts.headcount),
    ...overlapFindings(facts.overlaps),
  ];
  return [
    ...found.filter(({ severity }) => severity === "error"),
    ...found.filter(({ severity }) => severity === "warning"),
  ];
}

/** Approval belongs before the first day; on that day it is late. */
function approvalFindings(facts: ClassFacts, today: string): ClassFinding[] {
  const { approvedOn, startsOn } = facts;
  const shared = { citation: planClause(facts.startsOn), mendedAt: "filing" as const };
  if (approvedOn !== null && approvedOn < startsOn) return [];
  if (approvedOn !== null) {
    const what = `开班后才批准：${startsOn} 开班，${approvedOn} 批准`;
    return [{ ...shared, id: "approval.late", severity: "error", what }];
  }
  if (today >= startsOn) {
    const what = `${startsOn} 已开班，开班备案还没有批准`;
    return [{ ...shared, id: "approval.missing", severity: "error", what }];
  }
  const what = `开班备案还没有批准，须在 ${startsOn} 开班前批准`;
  return [{ ...shared, id: "approval.open", severity: "warning", what }];
}

function orderFindings(facts: ClassFacts): ClassFinding[] {
  if (facts.commissioning === "ORDINARY") return [];
  const missing = [
    facts.employerName === "" && "用人单位",
    facts.employerCreditCode === "" && "统一社会信用代码",
    facts.employerOrder === "" && "订单内容",
  ].filter((one): one is string => one !== false);
  const found: ClassFinding[] = [];
  if (missing.length > 0) {
    const what = `订单式、定向式培训没有填写${missing.join("、")}`;
    const shared = { citation: planClause(facts.startsOn), mendedAt: "filing" as const };
    found.push({ ...shared, id: "order.missing", severity: "error", what });
  }
  if (!facts.hasOrderDocument) {
    const what = "订单式、定向式培训没有上传用人单位订单";
    const shared = { citation: planClause(facts.startsOn), mendedAt: "documents" as const };
    found.push({ ...shared, id: "order.noDocument", severity: "error", what });
  }
  return found;
}

function implementerFindings(facts: ClassFacts): ClassFinding[] {
  const { implementerRegion, implementerReason, startsOn } = facts;
  if (!isInShanghai(implementerRegion) || startsOn < YUNNAN_IMPLEMENTS_FROM) return [];
  const why = implementerReason === "" ? "没有写明理由" : `理由：${implementerReason}`;
  const severity = implementerReason === "" ? "error" : "warning";
  const what = `责任实施单位在上海；2020 年起培训项目原则上由云南实施。${why}`;
  return [
    {
      id: "implementer.shanghai",
      severity,
      what,
      citation: IMPLEMENTER_CLAUSE,
      mendedAt: "filing",
    },
  ];
}

/** Nothing is checked while no value is entered for the first day. */
function sizeFindings(facts: ClassFacts): ClassFinding[] {
  const { maxHeadcount, maxHours, classHours } = facts;
  const found: ClassFinding[] = [];
  const persons = facts.headcount ?? facts.plannedHeadcount;
  if (maxHeadcount !== null && persons !== null && persons > maxHeadcount.value) {
    const basis = facts.headcount === null ? "计划" : "花名册";
    const what = `${basis} ${persons} 人，超过每班上限 ${maxHeadcount.value} 人`;
    const mendedAt = facts.headcount === null ? "filing" : "roster";
    const { source: citation } = maxHeadcount;
    found.push({ id: "size.headcount", severity: "error", what, citation, mendedAt });
  }
  if (maxHours !== null && classHours > maxHours.value) {
    const what = `已排 ${classHours} 课时，超过每班上限 ${maxHours.value} 课时`;
    const { source: citation } = maxHours;
    found.push({ id: "size.hours", severity: "error", what, citation, mendedAt: "sessions" });
  }
  return found;
}

function overlapFindings(overlaps: readonly Overlap[]): ClassFinding[] {
  return overlaps.map((one) => {
    const hours = `${one.heldOn} ${clock(one.startsAt)}–${clock(one.endsAt)}`;
    const other = one.className ?? "外县的培训班";
    const what = `${one.trainees} 名学员同时在${other}上课：${hours}`;
    const id = `overlap.${one.heldOn}.${one.startsAt}.${one.className ?? ""}`;
    return { id, severity: "error", what, citation: null, mendedAt: "sessions" };
  });
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
