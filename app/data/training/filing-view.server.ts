import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { fen, type Fen } from "~/domain/shared/fen";
import { classBudget, type CostUnit } from "~/domain/training/class-budget";
import { classFindings, type ClassFinding } from "~/domain/training/class-findings";
import type { Audience, Commissioning, FilingState } from "~/domain/training/filing";
import { canChangeFiling, canReturnFiling } from "~/domain/training/filing-form";
import { isOwnFiling } from "~/domain/training/filing-review";
import { planLabel } from "~/domain/training/plan";
import { findClassFacts } from "~/data/training/class-facts.server";
import { findFiling, type FilingRecord } from "~/data/training/filing-store.server";
import { namesOf } from "~/data/training/user-names.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface FilingStepBy {
  readonly name: string;
  readonly at: string;
}

export interface FilingPage {
  readonly id: string;
  readonly version: number;
  readonly state: FilingState;
  readonly isSealed: boolean;
  readonly filed: Filed;
  readonly computedBudgetFen: Fen | null;
  readonly submitted: FilingStepBy | null;
  readonly reviewed: FilingStepBy | null;
  readonly returnReason: string | null;
  readonly findings: readonly ClassFinding[];
  readonly offers: {
    readonly change: boolean;
    readonly approve: boolean;
    readonly return: boolean;
    /** A reviewer, but of a class of his own. */
    readonly ownWork: boolean;
  };
}

/** What is filed, as the page shows it; days are `YYYY-MM-DD`. */
export type Filed = Awaited<ReturnType<typeof filedOf>>;

/** The filing of a class with what stands against it; null when the actor may not read the class. */
export function viewFiling(actor: Actor, id: string, on: string): Promise<FilingPage | null> {
  return inTransaction(actor, async (tx) => {
    const filing = await findFiling(tx, id);
    if (filing === null || !may(actor, "class.read", filing.countyCode, on)) return null;
    const row = await tx.trainingClass.findUniqueOrThrow({
      where: { id },
      select: {
        ...{ filedAt: true, filingReviewedBy: true, filingReviewedAt: true },
        filingReturnReason: true,
      },
    });
    const nameOf = await namesOf(tx, [filing.filedBy, row.filingReviewedBy]);
    const step = (by: string | null, at: Date | null) =>
      by === null || at === null ? null : { name: nameOf(by), at: at.toISOString() };
    const filed = await filedOf(tx, id);
    const { unitCostFen, costQuantity: quantity, plannedHeadcount: headcount } = filed;
    const isComputable = unitCostFen !== null && quantity !== null && headcount !== null;
    const facts = await findClassFacts(tx, id);
    return {
      ...{ id, version: filing.version, state: filing.state, isSealed: filing.isSealed, filed },
      computedBudgetFen: isComputable ? classBudget({ unitCostFen, quantity, headcount }) : null,
      submitted: step(filing.filedBy, row.filedAt),
      reviewed: step(row.filingReviewedBy, row.filingReviewedAt),
      returnReason: row.filingReturnReason,
      findings: facts === null ? [] : classFindings(facts, on),
      offers: offersOf(actor, filing, on),
    };
  });
}

function offersOf(actor: Actor, filing: FilingRecord, on: string): FilingPage["offers"] {
  const { countyCode, state, isSealed, isCompleted } = filing;
  const reviews =
    !isSealed && canReturnFiling(state, isCompleted) && may(actor, "class.review", countyCode, on);
  const isOwn = isOwnFiling(filing, actor.userId);
  return {
    change: !isSealed && canChangeFiling(state) && may(actor, "class.write", countyCode, on),
    approve: reviews && !isOwn && state === "submitted",
    return: reviews && !isOwn,
    ownWork: reviews && isOwn,
  };
}

async function filedOf(tx: Tx, id: string) {
  const row = await tx.trainingClass.findUniqueOrThrow({ where: { id } });
  const plan =
    row.planId === null
      ? null
      : await tx.trainingPlan.findUnique({
          where: { id: row.planId },
          select: { title: true, year: true },
        });
  const { trade, place, venueRegion, venueLatitude, venueLongitude, planId, providerId } = row;
  const { employerName, employerCreditCode, employerOrder, plannedHeadcount, fundSource } = row;
  const { implementerRegion, implementerReason, responsibleOfficer, providerName } = row;
  return {
    ...{ trade, place, venueRegion, venueLatitude, venueLongitude, planId, providerId },
    ...{ employerName, employerCreditCode, employerOrder, plannedHeadcount, fundSource },
    ...{ implementerRegion, implementerReason, responsibleOfficer, providerName },
    startsOn: row.startsOn.toISOString().slice(0, 10),
    endsOn: row.endsOn.toISOString().slice(0, 10),
    planLabel: plan === null ? null : planLabel(plan),
    commissioning: row.commissioning as Commissioning,
    audience: row.audience as Audience,
    costUnit: row.costUnit as CostUnit,
    costQuantity: row.costQuantity === null ? null : Number(row.costQuantity),
    unitCostFen: row.unitCostFen === null ? null : fen(Number(row.unitCostFen)),
    budgetFen: row.budgetFen === null ? null : fen(Number(row.budgetFen)),
    implementerName: regionName(implementerRegion) ?? implementerRegion,
  };
}
