import {
  changeQuota,
  closeQuota,
  findQuota,
  holdersOf,
  leaveQuotaTrail,
  type QuotaRecord,
} from "~/data/posts/quota-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { quotaChanges, type QuotaFacts } from "~/domain/posts/quota";
import { peakEver, type Peak } from "~/domain/posts/quota-room";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type QuotaRefusal =
  | { readonly kind: "notFound" | "forbidden" | "closed" | "changedByOthers" }
  /** So many hold a post of it on that day. */
  | { readonly kind: "fewerThanHeld"; readonly peak: Peak }
  /** Somebody's term reaches beyond the new days. */
  | { readonly kind: "holdersOutside"; readonly holders: number };

interface AskedQuota {
  readonly quotaId: string;
  readonly version: number;
}

/** Corrects a quota; what was agreed under it keeps its rate, area and fund. */
export function rewriteQuota(
  actor: Actor,
  asked: AskedQuota,
  typed: QuotaFacts,
  now: Date,
): Promise<Outcome<null, QuotaRefusal>> {
  return ofStanding(actor, asked, now, async (tx, one) => {
    const holders = await holdersOf(tx, one.id);
    const peak = peakEver(holders);
    if (peak !== null && peak.held > typed.posts) return refused({ kind: "fewerThanHeld", peak });
    const outside = holders.filter(
      (h) => h.startsOn < typed.fromOn || h.endsOn > typed.toOn,
    ).length;
    const isMoved = typed.fromOn > one.facts.fromOn || typed.toOn < one.facts.toOn;
    if (isMoved && outside > 0) return refused({ kind: "holdersOutside", holders: outside });
    const facts = { ...typed, note: withNumbersMasked(typed.note) };
    if (!(await changeQuota(tx, one, facts, now))) return refused({ kind: "changedByOthers" });
    const detail = quotaChanges(one.facts, facts);
    await leaveQuotaTrail(tx, actor, one, { action: "post.quota.change", at: now, detail });
    return done(null);
  });
}

/** No new appointment is made under it; those that stand run on. */
export function endQuota(
  actor: Actor,
  asked: AskedQuota & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, QuotaRefusal>> {
  return ofStanding(actor, asked, now, async (tx, one) => {
    const reason = withNumbersMasked(asked.reason);
    if (!(await closeQuota(tx, one, reason, now))) return refused({ kind: "changedByOthers" });
    const detail = { name: one.facts.title, reason };
    await leaveQuotaTrail(tx, actor, one, { action: "post.quota.close", at: now, detail });
    return done(null);
  });
}

function ofStanding(
  actor: Actor,
  { quotaId, version }: AskedQuota,
  now: Date,
  work: (tx: Tx, one: QuotaRecord) => Promise<Outcome<null, QuotaRefusal>>,
): Promise<Outcome<null, QuotaRefusal>> {
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
