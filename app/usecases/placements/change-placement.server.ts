import { findOutsideJob, type OutsideJob } from "~/data/placements/outside-job.server";
import { findPlacedPerson } from "~/data/placements/placed-person-store.server";
import {
  changePlacement,
  leavePlacementTrail,
  type PlacementRecord,
} from "~/data/placements/placement-store.server";
import { askRegistry } from "~/data/placements/registry-answer.server";
import { settleFiling, type FilingRefusal } from "~/data/placements/settle-filing.server";
import {
  standingPlacement,
  type AskedPlacement,
  type StandingRefusal,
} from "~/data/placements/standing-placement.server";
import { wholeOrNothing } from "~/data/placements/whole-or-nothing.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { underAge } from "~/domain/people/working-age";
import type { PlacementFiling } from "~/domain/placements/filing";
import { filingChanges } from "~/domain/placements/filing-changes";
import { followUpAfterMove } from "~/domain/placements/first-day";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";

export type RewriteRefusal =
  | FilingRefusal
  | StandingRefusal
  | { readonly kind: "startsLater" }
  | { readonly kind: "underAge"; readonly stated: string }
  | { readonly kind: "afterItsEnd"; readonly endedOn: string }
  | OutsideJob
  | { readonly kind: "duplicate" };

/** Corrects what was filed. A first day that changes is asked of the registry again; the old values stay in the trail. */
export async function rewritePlacement(
  actor: Actor,
  asked: AskedPlacement,
  filing: PlacementFiling,
  now: Date,
): Promise<Outcome<null, RewriteRefusal>> {
  const today = dayInChina(now);
  return wholeOrNothing<null, RewriteRefusal>(actor, async (tx, take) => {
    const one = take(await standingPlacement(tx, actor, asked, today));
    const refuse = (refusal: RewriteRefusal) => take<null>(refused(refusal));
    const { startedOn } = filing;
    const { endedOn, countyCode } = one;
    if (startedOn > today) return refuse({ kind: "startsLater" });
    if (endedOn !== null && startedOn > endedOn) return refuse({ kind: "afterItsEnd", endedOn });
    if (startedOn !== one.facts.startedOn) {
      const doubt = await doubtOfFirstDay(tx, one, startedOn);
      if (doubt !== null) return refuse(doubt);
    }
    const by = { countyCode, userId: actor.userId, now };
    const settled = take(await settleFiling(tx, filing, by));
    const facts = { ...settled, note: withNumbersMasked(settled.note) };
    const changed = { facts, ...(await afterNewDay(tx, one, startedOn)) };
    const outcome = await changePlacement(tx, one, changed, now);
    if (outcome !== "changed") return refuse({ kind: outcome });
    const detail = filingChanges(one.facts, facts);
    await leavePlacementTrail(tx, actor, one, { action: "placement.change", at: now, detail });
    return null;
  });
}

/** Why nobody can have begun on another day than the one that stands: his age, or what is on record from before it. */
async function doubtOfFirstDay(tx: Tx, one: PlacementRecord, startedOn: CalendarDate) {
  const person = await findPlacedPerson(tx, { id: one.personId });
  const stated = person === null ? null : underAge(person.bornOn, startedOn);
  if (stated !== null) return { kind: "underAge", stated } as const;
  return findOutsideJob(tx, one.id, startedOn);
}

/** What hangs on the first day: the registry's answer and the next follow-up. */
async function afterNewDay(tx: Tx, one: PlacementRecord, startedOn: CalendarDate) {
  if (startedOn === one.facts.startedOn) return {};
  const registry = await askRegistry(tx, one.idIndex, one.countyCode, startedOn);
  return { registry, nextFollowUpOn: followUpAfterMove(one, startedOn) };
}
