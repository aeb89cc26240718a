import type { Readable } from "node:stream";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { importAction } from "~/domain/rosters/import-layout";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type OriginalRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

export interface OriginalFile {
  readonly fileName: string;
  readonly bytes: Readable;
}

/** The file of one edition byte for byte as it was uploaded: every edition is kept. */
export function openOriginal(
  actor: Actor,
  importId: string,
  now: Date,
): Promise<Outcome<OriginalFile, OriginalRefusal>> {
  return inTransaction(actor, async (tx) => {
    const one = await tx.rosterImport.findUnique({
      where: { id: importId },
      select: { countyCode: true, layout: true, fileId: true, fileName: true, edition: true },
    });
    if (one === null) return refused({ kind: "notFound" });
    if (!may(actor, importAction(one.layout), one.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "roster.downloadOriginal",
      subjectKind: "rosterImport",
      subjectId: importId,
      countyCode: one.countyCode,
      detail: { edition: one.edition },
    });
    return done({ fileName: one.fileName, bytes: readStoredStream(one.fileId) });
  });
}
