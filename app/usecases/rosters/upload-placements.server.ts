import { may } from "~/domain/access/policy";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { findSameFile, type SameFile } from "~/data/rosters/import-store.server";
import { takeIn, type UploadedEdition } from "~/data/rosters/uploaded-edition.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type UploadPlacementsRefusal =
  { readonly kind: "forbidden" } | { readonly kind: "sameFile"; readonly same: SameFile };

export interface PlacementUpload extends UploadedEdition {
  /** A county; or a prefecture, whose rows name their counties. */
  readonly regionCode: string;
}

/** Takes a received file as an edition of the region's ledger of labour transfer and queues its check. */
export function uploadPlacements(
  actor: Actor,
  upload: PlacementUpload,
  now: Date,
): Promise<Outcome<{ readonly importId: string }, UploadPlacementsRefusal>> {
  const countyCode = upload.regionCode;
  return inTransaction(actor, async (tx) => {
    const mayHere = may(actor, "placement.import", countyCode, dayInChina(now));
    // A province's ledger is no file: its prefectures each bring their own.
    if (!mayHere || countyCode.endsWith("0000")) return refused({ kind: "forbidden" });
    const ledger = { layout: "placement", countyCode, classId: null } as const;
    const same = await findSameFile(tx, ledger, upload.file.sha256);
    if (same !== null) return refused({ kind: "sameFile", same });
    const importId = await takeIn(tx, ledger, upload, { actor, now });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "placement.import",
      subjectKind: "rosterImport",
      subjectId: importId,
      countyCode,
      detail: { fileSha256: upload.file.sha256.toString("hex"), bytes: upload.file.size },
    });
    return done({ importId });
  });
}
