import type { Actor } from "~/domain/access/actor";
import type { DocumentKind } from "~/domain/training/class-document";
import type { FilingState } from "~/domain/training/filing";
import type { FilingForm } from "~/domain/training/filing-form";
import { className } from "~/domain/training/training-class";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface FilingRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly name: string;
  readonly term: string;
  readonly state: FilingState;
  readonly createdBy: string;
  readonly filedBy: string | null;
  readonly isCompleted: boolean;
  readonly isSealed: boolean;
  readonly version: number;
}

/** The class as its filing sees it, or null when it lies outside the transaction's scope. */
export async function findFiling(tx: Tx, classId: string): Promise<FilingRecord | null> {
  if (!isUuid(classId)) return null;
  const row = await tx.trainingClass.findUnique({
    where: { id: classId },
    select: {
      ...{ id: true, countyCode: true, name: true, term: true, filingState: true },
      ...{ createdBy: true, filedBy: true, version: true, roster: { select: { state: true } } },
      completedOn: true,
    },
  });
  if (row === null) return null;
  const { filingState, roster, completedOn, ...facts } = row;
  const isSealed = roster?.state === "sealed";
  const isCompleted = completedOn !== null;
  return { ...facts, state: filingState as FilingState, isCompleted, isSealed };
}

/** Whether the plan and the provider named in the form are of the class's own county. */
export async function findForeignChoice(
  tx: Tx,
  filing: FilingRecord,
  form: FilingForm,
): Promise<"planId" | "providerId" | null> {
  const { countyCode } = filing;
  const { planId, providerId } = form;
  const plans =
    planId === null ? 1 : await tx.trainingPlan.count({ where: { id: planId, countyCode } });
  if (plans === 0) return "planId";
  const found =
    providerId === null
      ? 1
      : await tx.trainingProvider.count({ where: { id: providerId, countyCode } });
  return found === 0 ? "providerId" : null;
}

/** Another class of the county with this name and term that begins on the wanted day. */
export async function hasSameClass(
  tx: Tx,
  filing: FilingRecord,
  startsOn: string,
): Promise<boolean> {
  const { id, countyCode, name, term } = filing;
  const where = { countyCode, name, term, startsOn: new Date(startsOn), id: { not: id } };
  return (await tx.trainingClass.count({ where })) > 0;
}

/** Writes the filing; the provider's name is kept beside its id. False when somebody else came first. */
export async function changeFiling(
  tx: Tx,
  filing: FilingRecord,
  form: FilingForm,
): Promise<boolean> {
  const { startsOn, endsOn, unitCostFen, budgetFen, ...facts } = form;
  const provider =
    form.providerId === null
      ? null
      : await tx.trainingProvider.findUnique({
          where: { id: form.providerId },
          select: { name: true },
        });
  const { count } = await tx.trainingClass.updateMany({
    where: { id: filing.id, version: filing.version, filingState: filing.state },
    data: {
      ...facts,
      ...(provider === null ? {} : { providerName: provider.name }),
      startsOn: new Date(startsOn),
      endsOn: new Date(endsOn),
      unitCostFen: unitCostFen === null ? null : BigInt(unitCostFen),
      budgetFen: budgetFen === null ? null : BigInt(budgetFen),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

interface FilingStep {
  readonly filingState: FilingState;
  readonly filedBy?: string;
  readonly filedAt?: Date;
  readonly filingReviewedBy: string | null;
  readonly filingReviewedAt: Date | null;
  readonly filingReturnReason: string | null;
}

/** Moves the filing on from the version that was read; false when somebody else came first. */
export async function moveFiling(tx: Tx, filing: FilingRecord, step: FilingStep): Promise<boolean> {
  const { count } = await tx.trainingClass.updateMany({
    where: { id: filing.id, version: filing.version, filingState: filing.state },
    data: { ...step, version: { increment: 1 } },
  });
  return count === 1;
}

export interface NewDocument {
  readonly id: string;
  readonly fileId: string;
  readonly kind: DocumentKind;
  readonly title: string;
}

export async function saveDocument(
  tx: Tx,
  filing: FilingRecord,
  document: NewDocument,
  actor: Actor,
  now: Date,
): Promise<void> {
  const { id: classId, countyCode } = filing;
  await tx.classDocument.create({
    data: { ...document, classId, countyCode, uploadedBy: actor.userId, uploadedAt: now },
  });
}

export function leaveFilingTrail(
  tx: Tx,
  actor: Actor,
  filing: FilingRecord,
  action: string,
  now: Date,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { userId: actorId, name: actorName } = actor;
  return leaveTrail(tx, {
    ...{ at: now, actorId, actorName, action },
    subjectKind: "trainingClass",
    subjectId: filing.id,
    countyCode: filing.countyCode,
    detail: { class: className(filing), ...detail },
  });
}
