import type { Readable } from "node:stream";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { mediaTypeOf, type ProofMediaType } from "~/data/files/media-type.server";
import { findNoticeProof } from "~/data/posts/notice-proof-store.server";
import { leaveNoticeTrail, updateNotice } from "~/data/posts/notice-store.server";
import {
  ofStandingNotice,
  type AskedNotice,
  type NoticeStandingRefusal,
} from "~/data/posts/standing-notice.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type NoticeProofRefusal =
  NoticeStandingRefusal | { readonly kind: "withdrawn" | "hasProof" | "wrongFile" };

/** Puts a picture or scan of the notice as it hung with it; it is not exchanged. */
export async function addNoticeProof(
  actor: Actor,
  asked: AskedNotice,
  file: ReceivedFile,
  now: Date,
): Promise<Outcome<null, NoticeProofRefusal>> {
  const proofType = await mediaTypeOf(file.id);
  const work = { ...asked, needs: ["post.write"] } as const;
  return ofStandingNotice<null, NoticeProofRefusal>(actor, work, now, async (tx, one) => {
    if (one.state === "withdrawn") return refused({ kind: "withdrawn" });
    if (one.hasProof) return refused({ kind: "hasProof" });
    if (proofType === null) return refused({ kind: "wrongFile" });
    const { countyCode } = one;
    await saveStoredFile(tx, file, { countyCode, purpose: "noticeProof", actor, now });
    const proof = { proofFileId: file.id, proofName: file.fileName, proofType };
    const by = { proofByName: actor.name, proofAt: now };
    if (!(await updateNotice(tx, one, { ...proof, ...by }))) {
      return refused({ kind: "changedByOthers" });
    }
    const detail = { name: one.title };
    await leaveNoticeTrail(tx, actor, one, { action: "post.notice.proof", at: now, detail });
    return done(null);
  });
}

export interface OpenedNoticeProof {
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: ProofMediaType;
}

/** Lets the picture be seen by who reads the notice; every look leaves its trail. Null: none in scope. */
export function openNoticeProof(
  actor: Actor,
  noticeId: string,
  now: Date,
): Promise<OpenedNoticeProof | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findNoticeProof(tx, noticeId);
    if (one === null || !may(actor, "post.read", one.countyCode, dayInChina(now))) return null;
    const { fileId, fileName, mediaType, title } = one;
    const event = { action: "post.notice.viewProof", at: now, detail: { name: title } };
    await leaveNoticeTrail(tx, actor, one, event);
    return { fileId, fileName, mediaType };
  });
}

/** The bytes of a picture that may be seen. */
export function noticeProofBytes({ fileId }: OpenedNoticeProof): Readable {
  return readStoredStream(fileId);
}
