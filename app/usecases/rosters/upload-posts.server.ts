import { may } from "~/domain/access/policy";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { findSameFile, type SameFile } from "~/data/rosters/import-store.server";
import { takeIn, type UploadedEdition } from "~/data/rosters/uploaded-edition.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type UploadPostsRefusal =
  { readonly kind: "forbidden" } | { readonly kind: "sameFile"; readonly same: SameFile };

export interface PostsUpload extends UploadedEdition {
  readonly countyCode: string;
}

/** Takes a received file as an edition of the county's roster of public-service posts and queues its check. */
export function uploadPosts(
  actor: Actor,
  upload: PostsUpload,
  now: Date,
): Promise<Outcome<{ readonly importId: string }, UploadPostsRefusal>> {
  const { countyCode } = upload;
  return inTransaction(actor, async (tx) => {
    const mayHere = may(actor, "post.import", countyCode, dayInChina(now));
    // A post is a county's: its rows name no other.
    if (!mayHere || countyCode.endsWith("00")) return refused({ kind: "forbidden" });
    const ledger = { layout: "post", countyCode, classId: null } as const;
    const same = await findSameFile(tx, ledger, upload.file.sha256);
    if (same !== null) return refused({ kind: "sameFile", same });
    const importId = await takeIn(tx, ledger, upload, { actor, now });
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "post.import" },
      ...{ subjectKind: "rosterImport", subjectId: importId, countyCode },
      detail: { fileSha256: upload.file.sha256.toString("hex"), bytes: upload.file.size },
    });
    return done({ importId });
  });
}
