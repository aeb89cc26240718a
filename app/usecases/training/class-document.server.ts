import type { Readable } from "node:stream";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { findFiling, leaveFilingTrail, saveDocument } from "~/data/training/filing-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import {
  DOCUMENT_KIND_LABELS,
  isDocumentName,
  type DocumentKind,
} from "~/domain/training/class-document";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type OpenDocumentRefusal = { readonly kind: "notFound" };
export type AddDocumentRefusal =
  | OpenDocumentRefusal
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "wrongEnding" };

/** Puts a received paper with the filing of a class; papers are added, never exchanged. */
export function addDocument(
  actor: Actor,
  asked: { readonly classId: string; readonly kind: DocumentKind; readonly title: string },
  file: ReceivedFile,
  now: Date,
): Promise<Outcome<string, AddDocumentRefusal>> {
  return inTransaction(actor, async (tx) => {
    const filing = await findFiling(tx, asked.classId);
    if (filing === null) return refused({ kind: "notFound" });
    const { countyCode } = filing;
    if (!may(actor, "class.write", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (filing.isSealed) return refused({ kind: "sealed" });
    if (!isDocumentName(file.fileName)) return refused({ kind: "wrongEnding" });
    await saveStoredFile(tx, file, { countyCode, purpose: "classDocument", actor, now });
    const { kind } = asked;
    const title = asked.title === "" ? file.fileName.slice(0, 100) : asked.title;
    const id = newId();
    await saveDocument(tx, filing, { id, fileId: file.id, kind, title }, actor, now);
    const detail = { name: `${DOCUMENT_KIND_LABELS[kind]} ${title}`, documentId: id };
    await leaveFilingTrail(tx, actor, filing, "class.document", now, detail);
    return done(id);
  });
}

/** A paper of a class as it was uploaded. */
export function openDocument(
  actor: Actor,
  asked: { readonly classId: string; readonly documentId: string },
  now: Date,
): Promise<Outcome<{ readonly fileName: string; readonly bytes: Readable }, OpenDocumentRefusal>> {
  return inTransaction(actor, async (tx) => {
    const filing = await findFiling(tx, asked.classId);
    if (filing === null || !isUuid(asked.documentId)) return refused({ kind: "notFound" });
    const document = await tx.classDocument.findUnique({
      where: { id: asked.documentId, classId: filing.id },
      select: { fileId: true, title: true },
    });
    const mayRead = may(actor, "class.read", filing.countyCode, dayInChina(now));
    if (document === null || !mayRead) return refused({ kind: "notFound" });
    const stored = await tx.storedFile.findUniqueOrThrow({
      where: { id: document.fileId },
      select: { originalName: true },
    });
    const detail = { name: document.title, documentId: asked.documentId };
    await leaveFilingTrail(tx, actor, filing, "class.viewDocument", now, detail);
    return done({ fileName: stored.originalName, bytes: readStoredStream(document.fileId) });
  });
}
