import { z } from "zod";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import type { AdjustmentKind, AdjustmentState } from "~/domain/funds/adjustment";
import type { ClosureStep } from "~/domain/funds/closure";
import { CLOSURE_STEPS, type ProjectElement } from "~/domain/funds/pot";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import type { Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { By } from "./fund-entry-store.server";
import type { PotRecord } from "./pot-store.server";

export interface AdjustmentFacts {
  readonly what: string;
  readonly amountFen: Fen;
  readonly changedElements: readonly ProjectElement[];
  readonly reason: string;
}

export interface AdjustmentRecord {
  readonly id: string;
  readonly kind: AdjustmentKind;
  readonly state: AdjustmentState;
  readonly submittedBy: string;
}

export interface StoredStep extends ClosureStep {
  readonly id: string;
}

export interface StepFacts extends ClosureStep {
  readonly doneByUnit: string;
  /** Of a performance report, 0 to 100; else null. */
  readonly score: number | null;
  readonly note: string;
}

export interface ReleaseFacts {
  readonly documentId: string;
  readonly clause: string;
  readonly use: string;
  readonly reportedOn: CalendarDate | null;
  readonly releasedOn: CalendarDate;
}

type Pot = Pick<PotRecord, "id" | "regionCode">;
const kinds = z.enum(["FILING", "APPROVAL"]);
const states = z.enum(["submitted", "filed", "approved", "refused"]);
const steps = z.enum(CLOSURE_STEPS);

export async function saveAdjustment(
  tx: Tx,
  pot: Pot,
  facts: AdjustmentFacts & { readonly kind: AdjustmentKind; readonly shareBasisPoints: number },
  by: By,
): Promise<string> {
  const id = newId();
  await tx.fundAdjustment.create({
    data: {
      ...{ ...facts, id, potId: pot.id, regionCode: pot.regionCode, state: "submitted" },
      ...{ amountFen: BigInt(facts.amountFen), changedElements: [...facts.changedElements] },
      ...{ submittedBy: by.userId, submittedByName: by.name, submittedAt: by.now },
    },
  });
  return id;
}

/** The adjustment of that pot; null where there is none. */
export async function findAdjustment(
  tx: Tx,
  { id, potId }: { readonly id: string; readonly potId: string },
): Promise<AdjustmentRecord | null> {
  if (!isUuid(id)) return null;
  const row = await tx.fundAdjustment.findFirst({ where: { id, potId } });
  if (row === null) return null;
  const { submittedBy } = row;
  return { id, submittedBy, kind: kinds.parse(row.kind), state: states.parse(row.state) };
}

/** False when somebody decided first. */
export async function decideAdjustment(
  tx: Tx,
  id: string,
  { state, decision }: { readonly state: AdjustmentState; readonly decision: string },
  by: By,
): Promise<boolean> {
  const who = { decidedBy: by.userId, decidedByName: by.name, decidedAt: by.now };
  const { count } = await tx.fundAdjustment.updateMany({
    where: { id, state: "submitted" },
    data: { state, decision, ...who },
  });
  return count === 1;
}

/** The standing steps of the pot's closure. */
export async function closureStepsOf(tx: Tx, potId: string): Promise<readonly StoredStep[]> {
  const rows = await tx.closureStep.findMany({ where: { potId, voidedAt: null } });
  return rows.map(({ id, step, doneOn }) => {
    return { id, step: steps.parse(step), doneOn: day(doneOn.toISOString().slice(0, 10)) };
  });
}

export async function saveClosureStep(
  tx: Tx,
  pot: Pot,
  facts: StepFacts,
  file: ReceivedFile,
  by: By,
): Promise<void> {
  const { id: potId, regionCode } = pot;
  const of = { countyCode: regionCode, purpose: "fundClosure", actor: by, now: by.now };
  await saveStoredFile(tx, file, of);
  await tx.closureStep.create({
    data: {
      ...{ ...facts, id: newId(), potId, regionCode, doneOn: new Date(facts.doneOn) },
      ...{ fileId: file.id, fileName: file.fileName },
      ...{ recordedBy: by.userId, recordedByName: by.name, recordedAt: by.now },
    },
  });
}

/** False when somebody voided it first. */
export async function voidClosureStep(
  tx: Tx,
  id: string,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<boolean> {
  const { count } = await tx.closureStep.updateMany({
    where: { id, voidedAt: null },
    data: { voidedAt: now, voidReason: reason },
  });
  return count === 1;
}

export async function saveRelease(
  tx: Tx,
  pot: Pot,
  facts: ReleaseFacts & { readonly id: string },
  by: By,
): Promise<void> {
  const { reportedOn, releasedOn, ...rest } = facts;
  await tx.carryOverRelease.create({
    data: {
      ...{ ...rest, potId: pot.id, regionCode: pot.regionCode },
      ...{ reportedOn: reportedOn === null ? null : new Date(reportedOn) },
      ...{ releasedOn: new Date(releasedOn) },
      ...{ recordedBy: by.userId, recordedByName: by.name, recordedAt: by.now },
    },
  });
}
