import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { carryOverOf, isYearOver } from "~/domain/funds/carry-over";
import type { Outstanding } from "~/domain/funds/disbursement";
import { nextClosureStep } from "~/domain/funds/closure";
import { potAdvice, type PotAdvice, type PotState } from "~/domain/funds/pot-advice";
import { fundUseRate, investmentCompletionRate, type Rate } from "~/domain/funds/rates";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { areaName } from "./document-view.server";
import { closureStepsOf } from "./fund-step-store.server";
import { clockOf } from "./pot-clock.server";
import { figuresOf } from "./pot-figures.server";
import { findPot, type PotRecord } from "./pot-store.server";
import {
  approvedClaims,
  carriedFrom,
  carriedInto,
  directSpending,
  releaseOf,
  sourceOf,
  type PotSource,
  type ReleaseTie,
  type SetAside,
  type TiedPot,
} from "./pot-ties.server";
import { receiptLines, type ReceiptLine } from "./pot-receipts.server";

export interface PotPage {
  readonly facts: Pick<
    PotRecord,
    "isLabour" | "plannedFen" | "implementer" | "implementerReason"
  > & {
    readonly implementerArea: string;
    readonly createdByName: string;
  };
  readonly advice: PotAdvice;
  /** With what was carried into it, without what was carried out of it. */
  readonly receivedFen: Fen;
  readonly carriedInFen: Fen;
  readonly carriedOutFen: Fen;
  readonly outstanding: Outstanding;
  readonly spentFen: Fen;
  readonly pendingFen: Fen;
  readonly idleFen: Fen;
  readonly idleDays: number | null;
  readonly completion: Rate;
  readonly use: Rate;
  readonly receipts: readonly ReceiptLine[];
  readonly source: PotSource | null;
  readonly from: TiedPot | null;
  readonly into: readonly TiedPot[];
  /** What is set aside, by what for: spending that is not of claims, approved claims, what went into later years. */
  readonly directFen: Fen;
  readonly claims: readonly SetAside[];
  /** Given back to the pot of what claims had set aside. */
  readonly repaidFen: Fen;
  readonly release: ReleaseTie | null;
}

/** What a pot's own page tells of it; null out of scope. */
export function viewPot(actor: Actor, id: string, today: CalendarDate): Promise<PotPage | null> {
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const pot = await findPot(tx, id);
    return pot === null ? null : pageOf(tx, pot, today);
  });
}

async function pageOf(tx: Tx, pot: PotRecord, today: CalendarDate): Promise<PotPage | null> {
  const figures = await figuresOf(tx, [pot.id]);
  const clock = (await clockOf(tx, pot.regionCode, [pot], figures, today)).get(pot.id);
  const moved = figures.get(pot.id);
  if (moved === undefined || clock === undefined) return null;
  const { receivedFen, spentFen, pendingFen } = moved;
  const idle = pot.closedAt === null ? clock.lying.filter(({ isIdle }) => isIdle) : [];
  const idleFen = fen(idle.reduce((sum, { leftFen }) => sum + leftFen, 0));
  const { isLabour, plannedFen, implementer, implementerReason, createdByName } = pot;
  const area = pot.implementerRegion;
  const claims = await approvedClaims(tx, pot.id);
  const into = await carriedInto(tx, pot.id);
  const directFen = await directSpending(tx, pot.id);
  const setAside = [...claims, ...into].reduce<number>(
    (sum, { amountFen }) => sum + amountFen,
    directFen,
  );
  const { outstanding, idleDays } = clock;
  const overdueFen = outstanding.kind === "overdue" ? outstanding.missingFen : fen(0);
  const lyingFen = fen(moved.lying.reduce((sum, { amountFen }) => sum + amountFen, 0));
  const money = { receivedFen, idleFen, idleDays };
  const told = { ...money, lyingFen, overdueFen, isYearOver: isYearOver(pot, today) };
  return {
    facts: {
      ...{ isLabour, plannedFen, implementer, implementerReason, createdByName },
      implementerArea: area === "" ? "" : areaName(area),
    },
    advice: await adviceOn(tx, pot, { ...told, pendingSpending: moved.pendingCount }),
    ...{ ...money, spentFen, pendingFen, outstanding, carriedOutFen: moved.carriedOutFen },
    carriedInFen: fen(moved.carriedIn.reduce((sum, { amountFen }) => sum + amountFen, 0)),
    ...{ completion: investmentCompletionRate([moved]), use: fundUseRate([moved]) },
    receipts: await receiptLines(tx, pot.id, clock, moved.carriedIn),
    ...{ directFen, claims, into, repaidFen: fen(Math.max(0, setAside - pot.committedFen)) },
    ...{ source: await sourceOf(tx, pot), from: await carriedFrom(tx, pot) },
    release: pot.releaseId === null ? null : await releaseOf(tx, pot.releaseId),
  };
}

/** How the pot stands, as far as it tells what comes next. */
async function adviceOn(
  tx: Tx,
  pot: PotRecord,
  money: Pick<PotState, `${"received" | "lying" | "idle" | "overdue"}Fen`> &
    Pick<PotState, "idleDays" | "pendingSpending" | "isYearOver">,
): Promise<PotAdvice> {
  const steps = await closureStepsOf(tx, pot.id);
  const waiting = { potId: pot.id, state: "submitted" };
  return potAdvice({
    ...{ ...money, isLocked: pot.isLocked, leftFen: carryOverOf(pot) },
    ...{ isVoided: pot.voidedAt !== null, isClosed: pot.closedAt !== null },
    pendingAdjustments: await tx.fundAdjustment.count({ where: waiting }),
    hasFinalAccounts: steps.some(({ step }) => step === "FINAL_ACCOUNTS"),
    ...{ closureBegun: steps.length > 0, nextStep: nextClosureStep(steps) },
  });
}
