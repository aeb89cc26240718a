import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  WORK_FILE_ACTIONS,
  type WorkFileKind,
  type WorkSubjectKind,
} from "~/domain/employers/work-file";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findWorkSubject } from "./work-file-store.server";

export interface WorkFileRow {
  readonly id: string;
  readonly kind: WorkFileKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly uploadedByName: string;
  readonly uploadedAt: string;
  /** Null while it stands. */
  readonly voidReason: string | null;
  readonly voidedByName: string | null;
}

export interface WorkFiles {
  readonly rows: readonly WorkFileRow[];
  /** May upload and set aside. */
  readonly mayWrite: boolean;
  readonly mayOpen: boolean;
}

/** The proofs of a fair, workshop or student; null when the actor may not read what they belong to. */
export function listWorkFiles(
  actor: Actor,
  kind: WorkSubjectKind,
  id: string,
  on: string,
): Promise<WorkFiles | null> {
  return inTransaction(actor, async (tx) => {
    const subject = await findWorkSubject(tx, kind, id);
    if (subject === null || !may(actor, "placement.read", subject.countyCode, on)) return null;
    const stored = await tx.workFile.findMany({
      where: { subjectKind: kind, subjectId: id },
      orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
    });
    return {
      rows: stored.map((row) => ({
        ...{ id: row.id, kind: row.kind as WorkFileKind, fileName: row.fileName },
        ...{ mediaType: row.mediaType, uploadedByName: row.uploadedByName },
        uploadedAt: row.uploadedAt.toISOString(),
        voidReason: row.voidedAt === null ? null : (row.voidReason ?? ""),
        voidedByName: row.voidedByName,
      })),
      mayWrite: !subject.isClosed && may(actor, WORK_FILE_ACTIONS[kind], subject.countyCode, on),
      mayOpen: may(actor, "placement.readEvidence", subject.countyCode, on),
    };
  });
}
