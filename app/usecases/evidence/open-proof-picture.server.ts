import { isShutCloseUp } from "~/data/evidence/close-up-standing.server";
import { leaveLook } from "~/data/evidence/viewed-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type OpenProofRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  /** A close-up whose person has taken his consent back. */
  | { readonly kind: "withdrawn" };

/** The picture of one signature or fingerprint, also of one that was voided. Answers its file. */
export function openProofPicture(
  actor: Actor,
  acknowledgementId: string,
  now: Date,
): Promise<Outcome<string, OpenProofRefusal>> {
  return inTransaction(actor, async (tx) => {
    if (!isUuid(acknowledgementId)) return refused({ kind: "notFound" });
    const proof = await tx.acknowledgement.findUnique({
      where: { id: acknowledgementId },
      select: {
        ...{ countyCode: true, fileId: true, rosterId: true, lineId: true, element: true },
        ...{ method: true, voidedAt: true },
      },
    });
    if (proof === null) return refused({ kind: "notFound" });
    const { countyCode, fileId, rosterId, lineId, element } = proof;
    if (!may(actor, "proof.read", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (await isShutCloseUp(tx, proof)) return refused({ kind: "withdrawn" });
    const detail = { rosterId, lineId, element };
    await leaveLook(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "proof.view" },
      ...{ subjectKind: "acknowledgement", subjectId: acknowledgementId, countyCode, detail },
    });
    return done(fileId);
  });
}
