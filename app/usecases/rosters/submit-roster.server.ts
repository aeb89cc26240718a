import { changeRoster, findRoster, leaveRosterTrail } from "~/data/rosters/roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { canEdit, canSubmit, type RosterState } from "~/domain/rosters/roster";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SubmitRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: RosterState }
  | { readonly kind: "empty" };

/** The county hands its roster to the reviewer. `version` is the one the officer was looking at. */
export function submitRoster(
  actor: Actor,
  asked: { readonly rosterId: string; readonly version: number },
  now: Date,
): Promise<Outcome<{ readonly headcount: number }, SubmitRefusal>> {
  return inTransaction(actor, async (tx) => {
    const roster = await findRoster(tx, asked.rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    const { state, headcount, countyCode } = roster;
    if (!may(actor, "roster.submit", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (roster.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (!canEdit(state)) return refused({ kind: "wrongState", state });
    if (!canSubmit(state, headcount)) return refused({ kind: "empty" });
    const change = {
      state: "submitted" as const,
      submittedBy: actor.userId,
      submittedAt: now,
      reviewedBy: null,
      reviewedAt: null,
      returnReason: null,
    };
    if (!(await changeRoster(tx, roster, change, now))) return refused({ kind: "changedByOthers" });
    await leaveRosterTrail(tx, actor, roster, "roster.submit", now, { from: state, headcount });
    return done({ headcount });
  });
}
