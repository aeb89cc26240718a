import type { Readable } from "node:stream";
import { findClaimPayment } from "~/data/claims/claim-payment-store.server";
import { findBatch } from "~/data/claims/claim-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type OpenClaimFileRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

export interface ClaimFile {
  readonly fileName: string;
  readonly bytes: Readable;
}

/** The file that went to the bank, or its answer: accounts in full, so every look leaves its trail. */
export async function openClaimFile(
  actor: Actor,
  asked: {
    readonly batchId: string;
    readonly paymentId: string;
    readonly which: "sent" | "result";
  },
  now: Date,
): Promise<Outcome<ClaimFile, OpenClaimFileRefusal>> {
  const today = dayInChina(now);
  const found = await inTransaction<Outcome<string[], OpenClaimFileRefusal>>(actor, async (tx) => {
    const claim = isUuid(asked.batchId) ? await findBatch(tx, asked.batchId) : null;
    if (claim === null || !may(actor, "claim.read", claim.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "claim.pay", claim.countyCode, today)) return refused({ kind: "forbidden" });
    const payment = await findClaimPayment(tx, claim.id, asked.paymentId);
    const isSent = asked.which === "sent";
    const fileId = isSent ? payment?.fileId : payment?.resultFileId;
    if (payment === null || typeof fileId !== "string") return refused({ kind: "notFound" });
    const fileName = isSent ? payment.fileName : payment.resultFileName;
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "claim.openFile" },
      ...{ subjectKind: "claimBatch", subjectId: claim.id, countyCode: claim.countyCode },
      detail: { fileName, which: asked.which, number: payment.number },
    });
    return done([fileId, fileName]);
  });
  if (!found.ok) return found;
  const [fileId = "", fileName = ""] = found.value;
  return done({ fileName, bytes: readStoredStream(fileId) });
}
