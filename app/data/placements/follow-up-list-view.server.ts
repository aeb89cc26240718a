import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { FollowUpOutcome } from "~/domain/placements/follow-up";
import { dueLabel } from "~/domain/placements/due-contacts";
import { isSuspectedLost } from "~/domain/placements/follow-up-schedule";
import type { FollowUpTab } from "~/domain/placements/follow-up-tab";
import { daysBetween, type CalendarDate } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { inCounty, tabCondition } from "./follow-up-conditions.server";
import { workplaceName } from "./workplace-name.server";

export interface FollowUpRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly maskedId: string;
  readonly countyName: string;
  readonly employerName: string;
  readonly workplaceName: string;
  readonly startedOn: CalendarDate;
  /** What is due and since how many days (below zero: ahead); null when nothing is. */
  readonly due: { readonly on: CalendarDate; readonly what: string; readonly late: number } | null;
  readonly lastContactOn: CalendarDate | null;
  /** Days since anybody asked after the person. */
  readonly lastContactAge: number | null;
  readonly lastOutcome: FollowUpOutcome | null;
  readonly unreachableCount: number;
  readonly isSuspectedLost: boolean;
  readonly isEnded: boolean;
  readonly mayWrite: boolean;
  readonly mayReveal: boolean;
}

interface StoredRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly countyCode: string;
  readonly employerName: string;
  readonly workplaceCode: string;
  readonly startedOn: CalendarDate;
  readonly nextOn: CalendarDate | null;
  readonly lastContactOn: CalendarDate | null;
  readonly lastOutcome: FollowUpOutcome | null;
  readonly unreachableCount: number;
  readonly isEnded: boolean;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
}

/** One part of the work list: what is due longest first, who was asked last first. */
export function listFollowUps(
  actor: Actor,
  { tab, county }: { readonly tab: FollowUpTab; readonly county: string },
  page: { readonly cursor: KeyCursor; readonly size: number; readonly today: CalendarDate },
): Promise<KeyPage<FollowUpRow>> {
  const { cursor, size, today } = page;
  const isDue = tab === "due" || tab === "overdue";
  const column = isDue ? Prisma.sql`p.next_follow_up_on` : Prisma.sql`p.last_contact_on`;
  const isRising = (tab !== "recent") === (cursor.before === null);
  const way = isRising ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return inTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<StoredRow[]>`
      SELECT p.id, p.version, p.name, p.county_code AS "countyCode", p.employer_name AS "employerName",
        p.workplace_code AS "workplaceCode", p.started_on::text AS "startedOn",
        p.next_follow_up_on::text AS "nextOn", p.last_contact_on::text AS "lastContactOn",
        p.last_outcome AS "lastOutcome", p.unreachable_count AS "unreachableCount",
        coalesce(p.ended_on < ${today}::date, false) AS "isEnded",
        o.id_index AS "idIndex", o.id_sealed AS "idSealed"
      FROM placement p JOIN person o ON o.id = p.person_id
      WHERE ${tabCondition(tab, today)} ${inCounty(county)} ${await beyond(tx, column, cursor, isRising)}
      ORDER BY ${column} ${way}, p.id ${way} LIMIT ${size + 1}`;
    const asRow = (row: StoredRow) => followUpRow(row, actor, today);
    return keyPage(rows.map(asRow), size, cursor, ({ id }) => id);
  });
}

async function beyond(tx: Tx, column: Prisma.Sql, cursor: KeyCursor, isRising: boolean) {
  const key = cursor.before ?? cursor.after;
  if (key === null) return Prisma.empty;
  const [at] = await tx.$queryRaw<{ sorted: string | null }[]>`
    SELECT ${column}::text AS sorted FROM placement p WHERE p.id = ${key}::uuid`;
  if (at?.sorted == null) return Prisma.empty;
  const comparison = isRising ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`AND (${column}, p.id) ${comparison} (${at.sorted}::date, ${key}::uuid)`;
}

function followUpRow(row: StoredRow, actor: Actor, today: CalendarDate): FollowUpRow {
  const { countyCode, workplaceCode, nextOn, idIndex, idSealed, ...rest } = row;
  const { idCardNumber } = openNumbers({ idIndex, idSealed, phoneSealed: null });
  return {
    ...rest,
    maskedId: maskIdCardNumber(idCardNumber),
    countyName: regionName(countyCode) ?? countyCode,
    workplaceName: workplaceName(workplaceCode),
    due:
      nextOn === null
        ? null
        : { on: nextOn, what: dueLabel(row.startedOn, nextOn), late: daysBetween(nextOn, today) },
    lastContactAge: row.lastContactOn === null ? null : daysBetween(row.lastContactOn, today),
    isSuspectedLost: isSuspectedLost(row.unreachableCount),
    mayWrite: !row.isEnded && may(actor, "followUp.write", countyCode, today),
    mayReveal: may(actor, "followUp.revealPhone", countyCode, today),
  };
}
