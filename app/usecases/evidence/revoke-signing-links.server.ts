import { revokeLinks } from "~/data/evidence/signing-link-store.server";
import { findStandingLine } from "~/data/rosters/line-store.server";
import { leaveRosterTrail } from "~/data/rosters/roster-store.server";
import { findSignedRoster } from "~/data/rosters/signed-roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RevokeLinksRefusal =
  { readonly kind: "notFound" } | { readonly kind: "forbidden" } | { readonly kind: "noneOpen" };

/** Takes back the open link of one line, or of every line of the roster (`lineId` null). */
export function revokeSigningLinks(
  actor: Actor,
  asked: { readonly rosterId: string; readonly lineId: string | null },
  now: Date,
): Promise<Outcome<{ readonly count: number }, RevokeLinksRefusal>> {
  return inTransaction(actor, async (tx) => {
    const roster = await findSignedRoster(tx, asked.rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    if (!may(actor, "proof.record", roster.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const line = asked.lineId === null ? null : await findStandingLine(tx, roster.id, asked.lineId);
    if (asked.lineId !== null && line === null) return refused({ kind: "notFound" });
    const which = line === null ? { rosterId: roster.id } : { lineIds: [line.id] };
    const count = await revokeLinks(tx, which, { userId: actor.userId, now });
    if (count === 0) return refused({ kind: "noneOpen" });
    const detail = { headcount: count, lineId: asked.lineId };
    await leaveRosterTrail(tx, actor, roster, "signing.revokeLink", now, detail);
    return done({ count });
  });
}
