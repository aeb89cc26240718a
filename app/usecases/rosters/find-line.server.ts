import { isOverQuota } from "~/data/people/number-quota.server";
import { findLinesByNumber } from "~/data/rosters/line-store.server";
import { findRoster } from "~/data/rosters/roster-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { NUMBER_LOOK_UP } from "~/domain/people/look-up-limit";
import type { SearchedNumber } from "~/domain/rosters/searched-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A line that carries the number; its id stands for the number in addresses. */
export interface NumberHit {
  readonly lineId: string;
  readonly rosterId: string;
  /** Whether other standing lines in scope carry it too. */
  readonly isOneOfMany: boolean;
}

export type FindLineRefusal =
  { readonly kind: "notFound" } | { readonly kind: "forbidden" } | { readonly kind: "tooMany" };

/**
 * The latest standing line with this number, on one roster or on any that the actor reads; null when
 * there is none. Counted and traced like every look-up of a number: another county's hit and a miss
 * are answered and recorded alike.
 */
export function findLineByNumber(
  actor: Actor,
  searched: SearchedNumber,
  rosterId: string | null,
  now: Date,
): Promise<Outcome<NumberHit | null, FindLineRefusal>> {
  const today = dayInChina(now);
  const { action, limits } = NUMBER_LOOK_UP;
  return inTransaction(narrowedTo(actor, "roster.read", today), async (tx) => {
    if (!mayAnywhere(actor, "roster.read", today)) return refused({ kind: "forbidden" });
    if (rosterId !== null && (await findRoster(tx, rosterId)) === null) {
      return refused({ kind: "notFound" });
    }
    if (await isOverQuota(tx, actor.userId, action, limits, now)) {
      return refused({ kind: "tooMany" });
    }
    const [first, second] = await findLinesByNumber(tx, searched, rosterId);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action,
      subjectKind: "person",
      subjectId: first?.personId ?? "",
      // A miss belongs to nobody's county; the searcher's own auditors are to see it.
      countyCode: first?.countyCode ?? actor.assignments[0]?.regionCode ?? null,
      detail: { found: first !== undefined },
    });
    if (first === undefined) return done(null);
    const { lineId, rosterId: on } = first;
    return done({ lineId, rosterId: on, isOneOfMany: second !== undefined });
  });
}
