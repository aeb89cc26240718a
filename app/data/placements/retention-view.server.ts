import type { Actor } from "~/domain/access/actor";
import { provedSpells, type ProvedSpell } from "~/domain/placements/retention-proof";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { ParameterInForce } from "~/domain/rules/parameter";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findRetentionFacts } from "./retention-facts.server";
import { findGapDays } from "./retention-gap.server";

/** A spell with its employers in the order of their first days. */
export interface EmployedSpell extends ProvedSpell {
  readonly employers: readonly string[];
}

export interface RetentionView {
  readonly asOf: CalendarDate;
  readonly gap: ParameterInForce;
  /** By their days, the one that stands last; none when no job has begun. */
  readonly spells: readonly EmployedSpell[];
}

/**
 * The clock of a person's stable employment on the day, across all his placements in the actor's scope. The caller
 * has found that the actor may read the person's placements.
 */
export function viewRetention(
  actor: Actor,
  person: { readonly id: string; readonly countyCode: string },
  asOf: CalendarDate,
): Promise<RetentionView> {
  return inTransaction(actor, async (tx) => {
    const gap = await findGapDays(tx, person.countyCode, asOf);
    const jobs = (await findRetentionFacts(tx, [person.id])).get(person.id) ?? [];
    const spells = provedSpells(jobs, gap.value, asOf).map((spell) => {
      const to = spell.lastOn ?? asOf;
      const own = jobs.filter(
        ({ startedOn }) => startedOn >= spell.firstOn && startedOn <= to && startedOn <= asOf,
      );
      return { ...spell, employers: [...new Set(own.map((job) => job.employerName))] };
    });
    return { asOf, gap, spells };
  });
}
