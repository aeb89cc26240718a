import { findStandingLine, markRemoved } from "~/data/rosters/line-store.server";
import { findRoster, leaveRosterTrail, touchRoster } from "~/data/rosters/roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { canEdit, type RosterState } from "~/domain/rosters/roster";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RemoveLineRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "wrongState"; readonly state: RosterState }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "changedByOthers" };

/** Takes one person off a roster that the county holds; line and reason stay as history. */
export function removeLine(
  actor: Actor,
  asked: { readonly rosterId: string; readonly lineId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, RemoveLineRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  return inTransaction(actor, async (tx) => {
    const roster = await findRoster(tx, asked.rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    if (!may(actor, "roster.edit", roster.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (!canEdit(roster.state)) return refused({ kind: "wrongState", state: roster.state });
    const line = await findStandingLine(tx, roster.id, asked.lineId);
    if (line === null) return refused({ kind: "notFound" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    // The roster's row first: a submission at the same moment waits, or has come before.
    if (!(await touchRoster(tx, roster, now)) || !(await markRemoved(tx, line.id, reason, now))) {
      return refused({ kind: "changedByOthers" });
    }
    const { lineNo, name } = line;
    const detail = { lineId: line.id, lineNo, name, reason };
    await leaveRosterTrail(tx, actor, roster, "roster.removeLine", now, detail);
    return done(null);
  });
}
