import type { Readable } from "node:stream";
import { findPayment } from "~/data/posts/wage-payment-store.server";
import { findWageSheet } from "~/data/posts/wage-sheet-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type OpenPaymentRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

export interface PaymentFile {
  readonly fileName: string;
  readonly bytes: Readable;
}

/** The file that went to the bank, or its answer: accounts in full, so every look leaves its trail. */
export async function openPaymentFile(
  actor: Actor,
  asked: {
    readonly sheetId: string;
    readonly paymentId: string;
    readonly which: "sent" | "result";
  },
  now: Date,
): Promise<Outcome<PaymentFile, OpenPaymentRefusal>> {
  const today = dayInChina(now);
  const found = await inTransaction<Outcome<string[], OpenPaymentRefusal>>(actor, async (tx) => {
    const sheet = await findWageSheet(tx, asked.sheetId);
    if (sheet === null || !may(actor, "post.read", sheet.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "wage.pay", sheet.countyCode, today)) return refused({ kind: "forbidden" });
    const payment = await findPayment(tx, sheet.id, asked.paymentId);
    const isSent = asked.which === "sent";
    const fileId = isSent ? payment?.fileId : payment?.resultFileId;
    if (payment === null || typeof fileId !== "string") return refused({ kind: "notFound" });
    const fileName = isSent ? payment.fileName : payment.resultFileName;
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "wage.openFile" },
      ...{ subjectKind: "wageSheet", subjectId: sheet.id, countyCode: sheet.countyCode },
      detail: { fileName, which: asked.which, number: payment.number },
    });
    return done([fileId, fileName]);
  });
  if (!found.ok) return found;
  const [fileId = "", fileName = ""] = found.value;
  return done({ fileName, bytes: readStoredStream(fileId) });
}
