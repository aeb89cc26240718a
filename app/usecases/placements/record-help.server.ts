import { findHelpAsked, saveHelpGiven } from "~/data/placements/follow-up-store.server";
import { leavePlacementTrail } from "~/data/placements/placement-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { HelpEntry } from "~/domain/placements/follow-up-form";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RecordHelpRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "inFuture" }
  | { readonly kind: "beforeAsked"; readonly contactedOn: CalendarDate }
  | { readonly kind: "givenAlready" };

/** Adds to a follow-up what was done about the help asked for; once. */
export function recordHelp(
  actor: Actor,
  followUpId: string,
  entry: HelpEntry,
  now: Date,
): Promise<Outcome<null, RecordHelpRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const asked = await findHelpAsked(tx, followUpId);
    if (asked === null || asked.helpAsked === "") return refused({ kind: "notFound" });
    // What was taken back, with its line or by itself, waits for nobody's help.
    const isTakenBack = asked.voidedAt !== null || asked.placement.removedAt !== null;
    if (isTakenBack) return refused({ kind: "notFound" });
    const { countyCode, contactedOn } = asked;
    if (!may(actor, "followUp.write", countyCode, today)) return refused({ kind: "forbidden" });
    const { helpGivenOn } = entry;
    if (asked.helpGiven !== null) return refused({ kind: "givenAlready" });
    if (helpGivenOn > today) return refused({ kind: "inFuture" });
    if (helpGivenOn < contactedOn) return refused({ kind: "beforeAsked", contactedOn });
    const helpGiven = withNumbersMasked(entry.helpGiven);
    const isFirst = await saveHelpGiven(tx, asked.id, { helpGiven, helpGivenOn, by: actor.name });
    if (!isFirst) return refused({ kind: "givenAlready" });
    const { placementId: id, placement } = asked;
    await leavePlacementTrail(
      tx,
      actor,
      { id, countyCode, name: placement.name },
      { action: "followUp.help", at: now, detail: { from: contactedOn, to: helpGivenOn } },
    );
    return done(null);
  });
}
