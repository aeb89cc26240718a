import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import type { AdjustmentKind, AdjustmentState } from "~/domain/funds/adjustment";
import { PROJECT_ELEMENT_LABELS, type ProjectElement } from "~/domain/funds/pot";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface ProgressLine {
  readonly id: string;
  readonly asOf: string;
  readonly completedFen: Fen;
  readonly basis: string;
  readonly recordedByName: string;
  readonly isVoided: boolean;
}

export interface AdjustmentView {
  readonly id: string;
  readonly what: string;
  readonly amountFen: Fen;
  readonly shareBasisPoints: number;
  /** Of the five elements, those that change. */
  readonly elements: readonly string[];
  readonly kind: AdjustmentKind;
  readonly state: AdjustmentState;
  readonly reason: string;
  readonly submittedBy: string;
  readonly submittedByName: string;
  /** Instants, ISO 8601. */
  readonly submittedAt: string;
  readonly decided: { readonly name: string; readonly at: string; readonly words: string } | null;
}

export interface ProjectPage {
  readonly progress: readonly ProgressLine[];
  readonly adjustments: readonly AdjustmentView[];
}

/** A project states its progress some times a year and changes rarely; more are not shown. */
const MOST_ROWS = 200;

/** What was stated of a project's investment and what was changed of it, the latest first. */
export function viewProject(
  actor: Actor,
  potId: string,
  today: CalendarDate,
): Promise<ProjectPage> {
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const progress = await tx.investmentProgress.findMany({
      where: { potId },
      orderBy: [{ asOf: "desc" }, { recordedAt: "desc" }],
      take: MOST_ROWS,
    });
    const adjustments = await tx.fundAdjustment.findMany({
      where: { potId },
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      take: MOST_ROWS,
    });
    return {
      progress: progress.map(({ id, asOf, completedFen, basis, recordedByName, voidedAt }) => ({
        ...{ id, basis, recordedByName, isVoided: voidedAt !== null },
        ...{ asOf: asOf.toISOString().slice(0, 10), completedFen: fen(Number(completedFen)) },
      })),
      adjustments: adjustments.map(adjustmentOf),
    };
  });
}

/** One change of that pot; null where there is none. */
export function viewAdjustment(
  actor: Actor,
  { potId, id }: { readonly potId: string; readonly id: string },
  today: CalendarDate,
): Promise<AdjustmentView | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const row = await tx.fundAdjustment.findFirst({ where: { id, potId } });
    return row === null ? null : adjustmentOf(row);
  });
}

function adjustmentOf(row: Prisma.FundAdjustmentGetPayload<null>): AdjustmentView {
  const { id, what, amountFen, shareBasisPoints, reason, submittedBy, submittedByName } = row;
  const { decidedAt, decidedByName, decision } = row;
  return {
    ...{ id, what, amountFen: fen(Number(amountFen)), shareBasisPoints, reason },
    ...{ submittedBy, submittedByName, submittedAt: row.submittedAt.toISOString() },
    elements: row.changedElements.map((one) => PROJECT_ELEMENT_LABELS[one as ProjectElement]),
    kind: row.kind as AdjustmentKind,
    state: row.state as AdjustmentState,
    decided:
      decidedAt === null
        ? null
        : { name: decidedByName ?? "", at: decidedAt.toISOString(), words: decision },
  };
}
