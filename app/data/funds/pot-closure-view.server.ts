import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { lastClosureStep, nextClosureStep } from "~/domain/funds/closure";
import type { ClosureStepKind } from "~/domain/funds/pot";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface ClosureLine {
  readonly id: string;
  readonly step: ClosureStepKind;
  readonly doneOn: CalendarDate;
  readonly doneByUnit: string;
  readonly score: number | null;
  readonly note: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly recordedByName: string;
  /** Null: it stands. */
  readonly voidReason: string | null;
}

export interface ClosurePage {
  /** In the order in which they were entered, voided ones among them. */
  readonly steps: readonly ClosureLine[];
  /** Null: all are done. */
  readonly next: ClosureStepKind | null;
  /** The one that can be taken back; null: none stands. */
  readonly lastId: string | null;
}

/** The steps that end a project, as far as they are done. */
export function viewClosure(
  actor: Actor,
  potId: string,
  today: CalendarDate,
): Promise<ClosurePage> {
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const rows = await tx.closureStep.findMany({
      where: { potId },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    });
    const steps = rows.map(({ id, step, doneOn, doneByUnit, score, note, fileId, ...row }) => ({
      ...{ id, doneByUnit, note, fileId, fileName: row.fileName, step: step as ClosureStepKind },
      ...{ doneOn: day(doneOn.toISOString().slice(0, 10)), recordedByName: row.recordedByName },
      score: score === null ? null : Number(score),
      voidReason: row.voidedAt === null ? null : (row.voidReason ?? ""),
    }));
    const standing = steps.filter(({ voidReason }) => voidReason === null);
    const lastId = lastClosureStep(standing)?.id ?? null;
    return { steps, next: nextClosureStep(standing), lastId };
  });
}
