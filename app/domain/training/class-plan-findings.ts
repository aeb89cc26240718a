import type { ClassFinding } from "./class-findings";
import { PLAN_STATE_LABELS, type PlanState } from "./plan";
import type { SuspensionPeriod } from "./provider";

/** The plan that the class is filed under, and how far its trade is used, this class included. */
export interface PlanFacts {
  readonly title: string;
  readonly state: PlanState;
  /** The day of approval, `YYYY-MM-DD`; null until approved. */
  readonly approvedOn: string | null;
  readonly year: number;
  /** Null: the plan does not name the trade. */
  readonly item: {
    readonly classCount: number;
    readonly headcount: number;
    readonly filedClasses: number;
    readonly filedHeadcount: number;
  } | null;
}

export interface ProviderFacts {
  readonly name: string;
  readonly trades: readonly string[];
  readonly licenceTo: string | null;
  /** Suspensions that touch the class's days, recorded in any county; the reason only in one's own. */
  readonly suspensions: readonly (SuspensionPeriod & { readonly reason: string | null })[];
}

interface ClassDays {
  readonly trade: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/**
 * What asks for a yearly plan and for orders of employers, by the first day of the class; null before
 * the first of these papers: then it is the product's own order.
 */
export function planClause(startsOn: string): string | null {
  if (startsOn >= "2022-06-24") return "闵府办发〔2022〕15号 14、15；沪松合组办〔2021〕8号（九）";
  return startsOn >= "2021-11-03" ? "沪松合组办〔2021〕8号（九）" : null;
}

export function planFindings(plan: PlanFacts | null, one: ClassDays): ClassFinding[] {
  const found = (id: string, mendedAt: "filing" | "plan", what: string): ClassFinding => ({
    ...{ id, mendedAt, what },
    severity: "error",
    citation: planClause(one.startsOn),
  });
  if (plan === null) return [found("plan.none", "filing", "没有对应的年度培训计划")];
  const { title, state, approvedOn, year, item } = plan;
  const findings: ClassFinding[] = [];
  if (state !== "approved") {
    const what = `年度培训计划“${title}”${PLAN_STATE_LABELS[state]}，还没有批准`;
    findings.push(found("plan.unapproved", "plan", what));
  } else if (approvedOn !== null && approvedOn >= one.startsOn) {
    const what = `开班后才批准年度培训计划“${title}”：${one.startsOn} 开班，${approvedOn} 批准`;
    findings.push(found("plan.late", "plan", what));
  }
  if (String(year) !== one.startsOn.slice(0, 4)) {
    const what = `${one.startsOn} 开班，却列在 ${year} 年的计划“${title}”下`;
    findings.push(found("plan.year", "filing", what));
  }
  if (item === null) {
    const what = `年度培训计划“${title}”没有列入工种“${one.trade}”`;
    return [...findings, found("plan.trade", "filing", what)];
  }
  if (item.filedClasses > item.classCount) {
    const what = `计划“${one.trade}”${item.classCount} 个班，连同本班已备案 ${item.filedClasses} 个班`;
    findings.push(found("plan.classCount", "plan", what));
  }
  if (item.filedHeadcount > item.headcount) {
    const what = `计划“${one.trade}”${item.headcount} 人，连同本班已备案 ${item.filedHeadcount} 人`;
    findings.push(found("plan.headcount", "plan", what));
  }
  return findings;
}

export function providerFindings(provider: ProviderFacts | null, one: ClassDays): ClassFinding[] {
  const found = (id: string, mendedAt: "filing" | "provider", what: string): ClassFinding => ({
    ...{ id, mendedAt, what },
    severity: "error",
    citation: null,
  });
  if (provider === null) return [found("provider.none", "filing", "没有选定登记在册的培训机构")];
  const { name, trades, licenceTo, suspensions } = provider;
  const findings = suspensions.map(({ fromOn, toOn, reason }) => {
    const why = reason === null ? "由外县登记" : `原因：${reason}`;
    const what = `培训机构“${name}”在 ${fromOn} 至 ${toOn ?? "今"} 暂停承训，与本班重叠（${why}）`;
    return found(`provider.suspended.${fromOn}`, "filing", what);
  });
  if (!trades.includes(one.trade)) {
    const what = `培训机构“${name}”登记的工种（${trades.join("、")}）没有“${one.trade}”`;
    findings.push(found("provider.trade", "provider", what));
  }
  if (licenceTo !== null && licenceTo < one.endsOn) {
    const what = `培训机构“${name}”的办学许可证 ${licenceTo} 到期，早于 ${one.endsOn} 结业`;
    findings.push(found("provider.licence", "provider", what));
  }
  return findings;
}
