import { openNumbers } from "~/data/people/person-store.server";
import { provedSpells, type ProvedSpell } from "~/domain/placements/retention-proof";
import { retentionStandingOf, type MilestoneMonths } from "~/domain/placements/retention-state";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { findRetentionFacts } from "./retention-facts.server";

export interface RetentionRow {
  readonly personId: string;
  readonly name: string;
  readonly maskedId: string;
  readonly countyName: string;
  /** The last job of the spell. */
  readonly placementId: string;
  readonly employerName: string;
  /** The spell that puts the person on the list, and whether another has followed it. */
  readonly spell: ProvedSpell;
  readonly isEarlier: boolean;
}

/** The people found, masked, in the order given, each with the spell by which he stands there; `allowed` in days. */
export async function retentionRows(
  tx: Tx,
  found: readonly { readonly personId: string; readonly allowed: number }[],
  { months, on }: { readonly months: MilestoneMonths; readonly on: CalendarDate },
): Promise<RetentionRow[]> {
  const ids = found.map(({ personId }) => personId);
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, name: true, countyCode: true },
      ...{ idIndex: true, idSealed: true, phoneSealed: true },
    },
  });
  const facts = await findRetentionFacts(tx, ids);
  return found.flatMap(({ personId, allowed }) => {
    const person = people.find(({ id }) => id === personId);
    const jobs = facts.get(personId) ?? [];
    const spells = provedSpells(jobs, allowed, on);
    const spell = retentionStandingOf(spells, months, on)?.spell;
    const last = jobs.findLast(
      ({ startedOn }) => startedOn <= on && startedOn <= (spell?.lastOn ?? on),
    );
    if (person === undefined || last === undefined || spell === undefined) return [];
    return {
      ...{ personId, name: person.name, spell, isEarlier: spell !== spells[spells.length - 1] },
      maskedId: maskIdCardNumber(openNumbers(person).idCardNumber),
      countyName: regionName(person.countyCode) ?? person.countyCode,
      ...{ placementId: last.placementId, employerName: last.employerName },
    };
  });
}
