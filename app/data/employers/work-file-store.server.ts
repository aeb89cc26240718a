import type { Actor } from "~/domain/access/actor";
import type { WorkFileKind, WorkSubjectKind } from "~/domain/employers/work-file";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { findFair } from "./job-fair-store.server";
import { findStudent } from "./student-store.server";
import type { TrailSubject } from "./work-trail.server";
import { findWorkshop } from "./workshop-store.server";

/** What a proof belongs to. */
export interface WorkSubject extends TrailSubject {
  readonly kind: WorkSubjectKind;
  /** Takes no more papers: a fair or student removed, a recognition withdrawn. */
  readonly isClosed: boolean;
}

export async function findWorkSubject(
  tx: Tx,
  kind: WorkSubjectKind,
  id: string,
): Promise<WorkSubject | null> {
  switch (kind) {
    case "jobFair": {
      const fair = await findFair(tx, id);
      return fair && { ...fair, isClosed: fair.isRemoved };
    }
    case "workshop": {
      const workshop = await findWorkshop(tx, id);
      return workshop && { ...workshop, isClosed: workshop.withdrawnOn !== null };
    }
    case "student": {
      const student = await findStudent(tx, id);
      return student && { ...student, isClosed: student.isRemoved };
    }
  }
}

export interface WorkFileRecord {
  readonly id: string;
  readonly subjectKind: WorkSubjectKind;
  readonly subjectId: string;
  readonly countyCode: string;
  readonly kind: WorkFileKind;
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly isVoided: boolean;
}

export async function findWorkFile(tx: Tx, id: string): Promise<WorkFileRecord | null> {
  if (!isUuid(id)) return null;
  const one = await tx.workFile.findUnique({
    where: { id },
    select: {
      ...{ id: true, subjectKind: true, subjectId: true, countyCode: true, kind: true },
      ...{ fileId: true, fileName: true, mediaType: true, voidedAt: true },
    },
  });
  if (one === null) return null;
  const { voidedAt, ...row } = one;
  return {
    ...row,
    subjectKind: row.subjectKind as WorkSubjectKind,
    kind: row.kind as WorkFileKind,
    isVoided: voidedAt !== null,
  };
}

export async function saveWorkFile(
  tx: Tx,
  subject: WorkSubject,
  file: {
    readonly id: string;
    readonly kind: WorkFileKind;
    readonly fileId: string;
    readonly fileName: string;
    readonly mediaType: string;
  },
  by: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const { countyCode, kind: subjectKind, id: subjectId } = subject;
  const { userId: uploadedBy, name: uploadedByName } = by.actor;
  await tx.workFile.create({
    data: {
      ...file,
      ...{ countyCode, subjectKind, subjectId, uploadedBy, uploadedByName, uploadedAt: by.now },
    },
  });
}

/** False when it is void already. */
export async function voidWorkFile(
  tx: Tx,
  id: string,
  reason: string,
  by: { readonly actor: Actor; readonly now: Date },
): Promise<boolean> {
  const { count } = await tx.workFile.updateMany({
    where: { id, voidedAt: null },
    data: { voidedAt: by.now, voidedByName: by.actor.name, voidReason: reason },
  });
  return count === 1;
}
