import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { DOCUMENT_KIND_LABELS, type DocumentKind } from "~/domain/training/class-document";
import { namesOf } from "~/data/training/user-names.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface DocumentRow {
  readonly id: string;
  readonly kindLabel: string;
  readonly title: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly uploadedByName: string;
  readonly uploadedAt: string;
}

export interface ClassDocuments {
  readonly rows: readonly DocumentRow[];
  readonly mayAdd: boolean;
}

/** The papers of a class that the actor may read; ask `viewClassHead` first. */
export function listClassDocuments(
  actor: Actor,
  head: { readonly id: string; readonly countyCode: string; readonly isSealed: boolean },
  on: string,
): Promise<ClassDocuments> {
  return inTransaction(actor, async (tx) => {
    const documents = await tx.classDocument.findMany({
      where: { classId: head.id },
      orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
    });
    const files = await tx.storedFile.findMany({
      where: { id: { in: documents.map(({ fileId }) => fileId) } },
      select: { id: true, originalName: true, size: true },
    });
    const fileOf = new Map(files.map((file) => [file.id, file]));
    const nameOf = await namesOf(
      tx,
      documents.map(({ uploadedBy }) => uploadedBy),
    );
    return {
      rows: documents.map((one) => ({
        ...{ id: one.id, title: one.title },
        kindLabel: DOCUMENT_KIND_LABELS[one.kind as DocumentKind],
        fileName: fileOf.get(one.fileId)?.originalName ?? "",
        size: Number(fileOf.get(one.fileId)?.size ?? 0),
        uploadedByName: nameOf(one.uploadedBy),
        uploadedAt: one.uploadedAt.toISOString(),
      })),
      mayAdd: !head.isSealed && may(actor, "class.write", head.countyCode, on),
    };
  });
}
