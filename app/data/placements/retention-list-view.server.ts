import type { Actor } from "~/domain/access/actor";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { provedSpell, type ProvedSpell } from "~/domain/placements/retention-proof";
import type { MilestoneMonths, RetentionState } from "~/domain/placements/retention-state";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { openNumbers } from "~/data/people/person-store.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { isInState, retentionClock } from "./retention-clock.server";
import { findRetentionFacts } from "./retention-facts.server";
import { gapDaysOf } from "./retention-gap.server";

export interface RetentionFilter {
  readonly months: MilestoneMonths;
  readonly state: RetentionState;
}

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

/** The people behind one figure of the board, the longest in work first. */
export function listRetention(
  actor: Actor,
  counties: readonly string[],
  { months, state }: RetentionFilter,
  page: { readonly cursor: KeyCursor; readonly size: number; readonly on: CalendarDate },
): Promise<KeyPage<RetentionRow>> {
  const { cursor, size, on } = page;
  if (counties.length === 0) return Promise.resolve({ rows: [], before: null, after: null });
  const back = cursor.before !== null;
  const [way, beyond] = back ? [Prisma.sql`DESC`, Prisma.sql`<`] : [Prisma.sql`ASC`, Prisma.sql`>`];
  const key = cursor.before ?? cursor.after;
  const from =
    key === null
      ? Prisma.empty
      : Prisma.sql`AND (first_on, person_id) ${beyond}
          (SELECT first_on, person_id FROM clock WHERE person_id = ${key}::uuid)`;
  return inTransaction(actor, async (tx) => {
    const { rows: gaps } = await gapDaysOf(tx, counties, on);
    const found = await tx.$queryRaw<{ personId: string; allowed: number }[]>`
      ${retentionClock(gaps, on)}
      SELECT person_id AS "personId", allowed FROM clock
      WHERE ${isInState(state, Prisma.sql`${months}::int`, on)} ${from}
      ORDER BY first_on ${way}, person_id ${way} LIMIT ${size + 1}`;
    return keyPage(await rowsOf(tx, found, on), size, cursor, ({ personId }) => personId);
  });
}

async function rowsOf(
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
