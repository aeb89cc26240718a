import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findQuota, type QuotaRecord } from "./quota-store.server";

export interface QuotaStandingRefusal {
  readonly kind: "notFound" | "forbidden" | "closed" | "changedByOthers";
}

/** A quota as the form showed it. */
export interface AskedQuota {
  readonly quotaId: string;
  readonly version: number;
}

/** Works on an open quota at the version that the form showed, held, when the actor may write it. */
export function ofStandingQuota<Refusal>(
  actor: Actor,
  { quotaId, version }: AskedQuota,
  now: Date,
  work: (tx: Tx, one: QuotaRecord) => Promise<Outcome<null, Refusal>>,
): Promise<Outcome<null, Refusal | QuotaStandingRefusal>> {
  const on = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await findQuota(tx, quotaId);
    if (one === null || !may(actor, "post.read", one.countyCode, on)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "post.write", one.countyCode, on)) return refused({ kind: "forbidden" });
    if (one.isClosed) return refused({ kind: "closed" });
    return one.version === version ? work(tx, one) : refused({ kind: "changedByOthers" });
  });
}

/** Whether the public was told of somebody under the quota, or somebody was confirmed. */
export async function isQuotaBound(tx: Tx, quotaId: string): Promise<boolean> {
  const bound = await tx.postAppointment.count({
    where: {
      ...{ quotaId, removedAt: null },
      OR: [{ state: "confirmed" }, { notice: { state: { in: ["open", "closed"] } } }],
    },
  });
  return bound > 0;
}
