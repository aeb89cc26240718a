import { settlePerson, type PersonRefusal } from "~/data/placements/placed-person-store.server";
import type { PlacementFacts } from "~/data/placements/placement-columns.server";
import {
  leavePlacementTrail,
  savePlacement,
  type PlacedPersonRecord,
} from "~/data/placements/placement-store.server";
import { askRegistry } from "~/data/placements/registry-answer.server";
import { settleFiling, type FilingRefusal } from "~/data/placements/settle-filing.server";
import { wholeOrNothing } from "~/data/placements/whole-or-nothing.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { underAge } from "~/domain/people/working-age";
import type { PlacedPerson, PlacementFiling } from "~/domain/placements/filing";
import { firstFollowUpOn } from "~/domain/placements/follow-up-schedule";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export type RegisterRefusal =
  | PersonRefusal
  | FilingRefusal
  | { readonly kind: "forbidden" }
  | { readonly kind: "startsLater" }
  | { readonly kind: "underAge"; readonly stated: string }
  | { readonly kind: "duplicate" };

/**
 * Enters one placement into the ledger of the person's home county; answers its id. Person and employer are entered
 * with it where nobody knows them yet. The registry in force on the first day says whether it is verified.
 */
export async function registerPlacement(
  actor: Actor,
  asked: { readonly person: PlacedPerson; readonly filing: PlacementFiling },
  now: Date,
): Promise<Outcome<string, RegisterRefusal>> {
  const today = dayInChina(now);
  const { person, filing } = asked;
  const typedCounty = person.personId === null ? person.countyCode : null;
  if (typedCounty !== null && !may(actor, "placement.write", typedCounty, today)) {
    return refused({ kind: "forbidden" });
  }
  if (filing.startedOn > today) return refused({ kind: "startsLater" });
  return wholeOrNothing<string, RegisterRefusal>(actor, async (tx, take) => {
    const placed = take(await settlePerson(tx, person, filing.startedOn, now));
    const { countyCode } = placed;
    const mayWrite = may(actor, "placement.write", countyCode, today);
    if (!mayWrite) return take(refused({ kind: "forbidden" }));
    const stated = underAge(placed.bornOn, filing.startedOn);
    if (stated !== null) return take(refused({ kind: "underAge", stated }));
    const by = { countyCode, userId: actor.userId, now };
    const facts = take(await settleFiling(tx, filing, by));
    return take(await register(tx, actor, placed, facts, now));
  });
}

async function register(
  tx: Tx,
  actor: Actor,
  person: PlacedPersonRecord,
  filed: PlacementFacts,
  now: Date,
): Promise<Outcome<string, RegisterRefusal>> {
  const { countyCode, name } = person;
  const { startedOn, workplaceCode: workplace, employer } = filed;
  const facts = { ...filed, note: withNumbersMasked(filed.note) };
  const id = newId();
  const registry = await askRegistry(tx, person.idIndex, countyCode, startedOn);
  const line = { id, facts, registry, nextFollowUpOn: firstFollowUpOn(startedOn) };
  if (!(await savePlacement(tx, person, line, { userId: actor.userId, now }))) {
    return refused({ kind: "duplicate" });
  }
  const detail = { employer: employer.name, startsOn: startedOn, workplace };
  const event = { action: "placement.register", at: now, detail };
  await leavePlacementTrail(tx, actor, { id, countyCode, name }, event);
  return done(id);
}
