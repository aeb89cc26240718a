import {
  changeQuota,
  closeQuota,
  holdersOf,
  leaveQuotaTrail,
  type QuotaRecord,
} from "~/data/posts/quota-store.server";
import {
  isQuotaBound,
  ofStandingQuota,
  type AskedQuota,
  type QuotaStandingRefusal,
} from "~/data/posts/standing-quota.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { quotaChanges, type QuotaAdjustment, type QuotaFacts } from "~/domain/posts/quota";
import { peakEver, type Peak } from "~/domain/posts/quota-room";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";

export type QuotaRefusal =
  | QuotaStandingRefusal
  /** The public was told of somebody under it, or somebody was confirmed: it is adjusted, not rewritten. */
  | { readonly kind: "bound" }
  /** So many hold a post of it on that day. */
  | { readonly kind: "fewerThanHeld"; readonly peak: Peak }
  /** Somebody's term reaches beyond the new days. */
  | { readonly kind: "holdersOutside"; readonly holders: number };

/** Corrects a quota under which the public was told of nobody yet; who is proposed has to be agreed with anew. */
export function rewriteQuota(
  actor: Actor,
  asked: AskedQuota,
  typed: QuotaFacts,
  now: Date,
): Promise<Outcome<null, QuotaRefusal>> {
  return ofStandingQuota<QuotaRefusal>(actor, asked, now, async (tx, one) => {
    if (await isQuotaBound(tx, one.id)) return refused({ kind: "bound" });
    return rewrite(tx, actor, one, typed, { now });
  });
}

/** What may change of a quota with people under it: how many posts, its last day and the note, for a reason. */
export function adjustQuota(
  actor: Actor,
  asked: AskedQuota,
  { reason, ...typed }: QuotaAdjustment,
  now: Date,
): Promise<Outcome<null, QuotaRefusal>> {
  return ofStandingQuota<QuotaRefusal>(actor, asked, now, async (tx, one) => {
    if (typed.toOn < one.facts.fromOn) return refused({ kind: "holdersOutside", holders: 0 });
    const why = withNumbersMasked(reason);
    return rewrite(tx, actor, one, { ...one.facts, ...typed }, { now, reason: why });
  });
}

async function rewrite(
  tx: Tx,
  actor: Actor,
  one: QuotaRecord,
  typed: QuotaFacts,
  { now, reason }: { readonly now: Date; readonly reason?: string },
): Promise<Outcome<null, QuotaRefusal>> {
  const holders = await holdersOf(tx, one.id);
  const peak = peakEver(holders);
  if (peak !== null && peak.held > typed.posts) return refused({ kind: "fewerThanHeld", peak });
  const outside = holders.filter((h) => h.startsOn < typed.fromOn || h.endsOn > typed.toOn).length;
  const isMoved = typed.fromOn > one.facts.fromOn || typed.toOn < one.facts.toOn;
  if (isMoved && outside > 0) return refused({ kind: "holdersOutside", holders: outside });
  const facts = { ...typed, note: withNumbersMasked(typed.note) };
  if (!(await changeQuota(tx, one, facts, now))) return refused({ kind: "changedByOthers" });
  const detail = { ...quotaChanges(one.facts, facts), ...(reason === undefined ? {} : { reason }) };
  await leaveQuotaTrail(tx, actor, one, { action: "post.quota.change", at: now, detail });
  return done(null);
}

/** No new appointment is made under it; those that stand run on. */
export function endQuota(
  actor: Actor,
  asked: AskedQuota & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, QuotaRefusal>> {
  return ofStandingQuota<QuotaRefusal>(actor, asked, now, async (tx, one) => {
    const reason = withNumbersMasked(asked.reason);
    if (!(await closeQuota(tx, one, reason, now))) return refused({ kind: "changedByOthers" });
    const detail = { name: one.facts.title, reason };
    await leaveQuotaTrail(tx, actor, one, { action: "post.quota.close", at: now, detail });
    return done(null);
  });
}
