import type { Actor } from "~/domain/access/actor";
import { provedSpell, type ProvedSpell } from "~/domain/placements/retention-proof";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { ParameterInForce } from "~/domain/rules/parameter";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findRetentionFacts } from "./retention-facts.server";
import { findGapDays } from "./retention-gap.server";

export interface RetentionView {
  readonly asOf: CalendarDate;
  readonly gap: ParameterInForce;
  /** Null when no job has begun. */
  readonly spell: ProvedSpell | null;
  /** The employers of the spell in the order of their first days. */
  readonly employers: readonly string[];
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
    const facts = (await findRetentionFacts(tx, [person.id])).get(person.id);
    const jobs = facts?.jobs ?? [];
    const spell = facts === undefined ? null : provedSpell(jobs, facts, gap.value, asOf);
    const own = jobs.filter(
      ({ startedOn }) => spell !== null && startedOn >= spell.firstOn && startedOn <= asOf,
    );
    return { asOf, gap, spell, employers: [...new Set(own.map((job) => job.employerName))] };
  });
}
