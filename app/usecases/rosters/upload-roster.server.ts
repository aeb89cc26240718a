import { may } from "~/domain/access/policy";
import type { Actor } from "~/domain/access/actor";
import { canEdit, type RosterState } from "~/domain/rosters/roster";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import * as imports from "~/data/rosters/import-store.server";
import { takeIn, type UploadedEdition } from "~/data/rosters/uploaded-edition.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type UploadRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "rosterClosed"; readonly state: RosterState }
  | { readonly kind: "sameFile"; readonly same: imports.SameFile };

export interface RosterUpload extends UploadedEdition {
  readonly classId: string;
}

/** Takes a received file as an edition of the class's roster and queues its check. */
export function uploadRoster(
  actor: Actor,
  upload: RosterUpload,
  now: Date,
): Promise<Outcome<{ readonly importId: string }, UploadRefusal>> {
  if (!isUuid(upload.classId)) return Promise.resolve(refused({ kind: "notFound" }));
  return inTransaction(actor, async (tx) => {
    const cls = await tx.trainingClass.findUnique({
      where: { id: upload.classId },
      select: { id: true, countyCode: true, roster: { select: { state: true } } },
    });
    if (cls === null) return refused({ kind: "notFound" });
    const { countyCode } = cls;
    if (!may(actor, "roster.import", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const state = (cls.roster?.state ?? "draft") as RosterState;
    if (!canEdit(state)) return refused({ kind: "rosterClosed", state });
    const ledger = { layout: "training", countyCode, classId: cls.id } as const;
    const same = await imports.findSameFile(tx, ledger, upload.file.sha256);
    if (same !== null) return refused({ kind: "sameFile", same });
    const importId = await takeIn(tx, ledger, upload, { actor, now });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "roster.import",
      subjectKind: "rosterImport",
      subjectId: importId,
      countyCode,
      detail: { fileSha256: upload.file.sha256.toString("hex"), bytes: upload.file.size },
    });
    return done({ importId });
  });
}
