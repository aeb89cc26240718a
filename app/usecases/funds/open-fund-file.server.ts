import type { Readable } from "node:stream";
import { findFundFile, type FundFile } from "~/data/funds/fund-file-store.server";
import { findPot, leavePotTrail } from "~/data/funds/pot-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { readsWholeLine } from "~/domain/placements/reader";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A district officer reads the figures; vouchers may name people and their accounts. */
export type OpenFundFileRefusal = { readonly kind: "notFound" | "forbidden" };

/** Lets a voucher or paper of a pot be fetched; every look leaves its trail. */
export function openFundFile(
  actor: Actor,
  asked: { readonly potId: string; readonly fileId: string },
  now: Date,
): Promise<Outcome<FundFile, OpenFundFileRefusal>> {
  return inTransaction(actor, async (tx) => {
    const pot = await findPot(tx, asked.potId);
    const on = dayInChina(now);
    if (pot === null) return refused({ kind: "notFound" });
    const { regionCode } = pot;
    if (!may(actor, "fund.read", regionCode, on) || !readsWholeLine(actor, regionCode, on)) {
      return refused({ kind: "forbidden" });
    }
    const file = await findFundFile(tx, asked);
    if (file === null) return refused({ kind: "notFound" });
    await leavePotTrail(tx, actor, pot, { action: "fund.openFile", at: now });
    return done(file);
  });
}

/** The bytes of a file that may be fetched. */
export function fundFileBytes({ fileId }: FundFile): Readable {
  return readStoredStream(fileId);
}
