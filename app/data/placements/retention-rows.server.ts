import { openNumbers } from "~/data/people/person-store.server";
import { provedSpell, type ProvedSpell } from "~/domain/placements/retention-proof";
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
  /** The latest job. */
  readonly placementId: string;
  readonly employerName: string;
  readonly spell: ProvedSpell;
}

/** The people found, masked, in the order given, each with his spell by the rule; `allowed` in days. */
export async function retentionRows(
  tx: Tx,
  found: readonly { readonly personId: string; readonly allowed: number }[],
  on: CalendarDate,
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
    const own = facts.get(personId);
    const spell = own && provedSpell(own.jobs, own, allowed, on);
    const latest = own?.jobs.findLast(({ startedOn }) => startedOn <= on);
    if (person === undefined || latest === undefined || spell == null) return [];
    return {
      ...{ personId, name: person.name, spell },
      maskedId: maskIdCardNumber(openNumbers(person).idCardNumber),
      countyName: regionName(person.countyCode) ?? person.countyCode,
      ...{ placementId: latest.placementId, employerName: latest.employerName },
    };
  });
}
