import { findStandingConsent } from "~/data/evidence/consent-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { storedPictureType } from "~/platform/image/stored-picture.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ViewProofRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  /** A close-up whose consent is gone: that it existed is known, how it looked is not. */
  | { readonly kind: "withdrawn" };

export interface ProofPicture {
  readonly fileId: string;
  readonly mimeType: "image/jpeg" | "image/png";
}

/** Opens the picture of one signature or print; each opening leaves a trail. */
export function viewProof(
  actor: Actor,
  asked: { readonly rosterId: string; readonly proofId: string },
  now: Date,
): Promise<Outcome<ProofPicture, ViewProofRefusal>> {
  const { rosterId, proofId } = asked;
  if (!isUuid(rosterId) || !isUuid(proofId)) {
    return Promise.resolve(refused({ kind: "notFound" }));
  }
  return inTransaction(actor, async (tx) => {
    const proof = await tx.acknowledgement.findFirst({
      where: { id: proofId, rosterId },
      select: {
        ...{ countyCode: true, lineId: true, fileId: true, element: true, method: true },
        voidedAt: true,
      },
    });
    if (proof === null) return refused({ kind: "notFound" });
    const { countyCode, lineId, fileId, element, method } = proof;
    if (!may(actor, "proof.read", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const isOpen =
      method !== "closeUp" ||
      (proof.voidedAt === null &&
        (await findStandingConsent(tx, { lineId }, "fingerprintImage")) !== null);
    if (!isOpen) return refused({ kind: "withdrawn" });
    const mimeType = await storedPictureType(fileId);
    if (mimeType === null) throw new Error("a proof that is no picture");
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "proof.view" },
      ...{ subjectKind: "rosterLine", subjectId: lineId, countyCode },
      detail: { rosterId, proofId, element },
    });
    return done({ fileId, mimeType });
  });
}
