import type { Readable } from "node:stream";
import { findClawback, leaveClawbackTrail } from "~/data/claims/clawback-store.server";
import type { Actor } from "~/domain/access/actor";
import { readsWholeClaim } from "~/domain/claims/reader";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A district officer reads that it came back; the voucher may tell the person's account. */
export type OpenClawbackFileRefusal = { readonly kind: "notFound" | "forbidden" };

export interface ClawbackFile {
  readonly fileId: string;
  readonly fileName: string;
}

/** Lets the voucher of money that came back be fetched; every look leaves its trail. */
export function openClawbackFile(
  actor: Actor,
  clawbackId: string,
  now: Date,
): Promise<Outcome<ClawbackFile, OpenClawbackFileRefusal>> {
  const on = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await findClawback(tx, clawbackId);
    if (one === null) return refused({ kind: "notFound" });
    if (!readsWholeClaim(actor, one.countyCode, on)) return refused({ kind: "forbidden" });
    if (one.file === null) return refused({ kind: "notFound" });
    const detail = { fileName: one.file.fileName };
    await leaveClawbackTrail(tx, one, { actor, now, action: "clawback.openFile", detail });
    return done(one.file);
  });
}

/** The bytes of a voucher that may be fetched. */
export function clawbackFileBytes({ fileId }: ClawbackFile): Readable {
  return readStoredStream(fileId);
}
