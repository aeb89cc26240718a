import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { KeyCursor } from "~/domain/shared/key-page";
import type { PeopleKind } from "~/domain/targets/people-list";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { wentToRival, type PlacementRule } from "./placement-counts.server";

export interface StoredLine {
  readonly id: string;
  readonly countyCode: string;
  readonly name: string;
  readonly employerName: string;
  readonly workplaceCode: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly verifiedOn: string | null;
  readonly verifiedCategory: string | null;
  readonly evidenceCount: number;
  readonly countsElsewhere: boolean;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
}

/** First and last day of what is listed of a figure, both included. */
export interface DaysOfList {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * The placements behind the figure of the rule's counties, by first day: of a headcount one of each person, the one
 * for which he counts (or would). Each county's each destination is a short range of its index, however deep in the
 * list the page lies.
 */
export async function pageOfPlacements(
  tx: Tx,
  rule: PlacementRule,
  kind: PeopleKind,
  page: { readonly cursor: KeyCursor; readonly size: number; readonly days: DaysOfList | null },
): Promise<StoredLine[]> {
  const way = page.cursor.before === null ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond = await beyondCursor(tx, page.cursor);
  const elsewhere = isRivals(rule);
  return tx.$queryRaw<StoredLine[]>`
    SELECT p.id, p.county_code AS "countyCode", p.name, p.employer_name AS "employerName", p.workplace_code AS "workplaceCode",
      to_char(p.started_on, 'YYYY-MM-DD') AS "startedOn", to_char(p.ended_on, 'YYYY-MM-DD') AS "endedOn",
      to_char(p.verified_on, 'YYYY-MM-DD') AS "verifiedOn", p.verified_category AS "verifiedCategory",
      p.evidence_count AS "evidenceCount", ${elsewhere} AS "countsElsewhere",
      o.id_index AS "idIndex", o.id_sealed AS "idSealed"
    FROM (SELECT m.* FROM unnest(${[...rule.areas]}::text[]) AS a (area)
      CROSS JOIN unnest(${[...rule.destinations]}::text[]) AS d (destination)
      CROSS JOIN LATERAL (SELECT p.id, p.started_on FROM placement p
        WHERE p.county_code = a.area AND p.destination = d.destination AND p.removed_at IS NULL
          AND p.started_on BETWEEN ${rule.from}::date AND ${rule.to}::date
          AND ${within(page.days)} AND ${beyond} AND ${onList(rule, kind)}
        ORDER BY p.started_on ${way}, p.id ${way} LIMIT ${page.size + 1}) AS m
      ORDER BY m.started_on ${way}, m.id ${way} LIMIT ${page.size + 1}) AS found
    JOIN placement p ON p.id = found.id JOIN person o ON o.id = p.person_id
    ORDER BY found.started_on ${way}, found.id ${way}`;
}

function within(days: DaysOfList | null): Prisma.Sql {
  if (days === null) return Prisma.sql`true`;
  return Prisma.sql`p.started_on BETWEEN ${days.from}::date AND ${days.to}::date`;
}

type Condition = (row: Prisma.Sql) => Prisma.Sql;

const OUTER = Prisma.raw("p");
const INNER = Prisma.raw("q");
const any: Condition = () => Prisma.sql`true`;
const verified: Condition = (row) => Prisma.sql`${row}.verified_category IS NOT NULL`;
const proved: Condition = (row) =>
  Prisma.sql`(${row}.verified_category IS NOT NULL AND ${row}.evidence_count > 0)`;
/** As the index placement_unproved has it. */
const unproved: Condition = (row) =>
  Prisma.sql`(${row}.verified_category IS NULL OR ${row}.evidence_count = 0)`;

function onList(rule: PlacementRule, kind: PeopleKind): Prisma.Sql {
  switch (kind) {
    case "registered":
      return firstOf(rule, any);
    case "verified":
      return firstOf(rule, verified);
    case "proved":
      return Prisma.sql`${firstOf(rule, proved)} AND NOT ${isRivals(rule)}`;
    case "missing":
      return missing(rule);
  }
}

function missing(rule: PlacementRule): Prisma.Sql {
  const unprovedPerson = Prisma.sql`${unproved(OUTER)} AND NOT ${hasOther(rule, proved)}`;
  const isUnproved = rule.basis === "HEADCOUNT" ? unprovedPerson : unproved(OUTER);
  if (rule.rivals.length === 0) return Prisma.sql`${isUnproved} AND ${firstOf(rule, any)}`;
  return Prisma.sql`${firstOf(rule, any)} AND ((${isUnproved}) OR ${isRivals(rule)})`;
}

function isRivals(rule: PlacementRule): Prisma.Sql {
  return rule.rivals.length === 0 ? Prisma.sql`false` : wentToRival(rule);
}

/** The row `p` meets the condition, and by headcount none of the person's earlier ones does. */
function firstOf(rule: PlacementRule, condition: Condition): Prisma.Sql {
  if (rule.basis !== "HEADCOUNT") return condition(OUTER);
  const earlier: Condition = (row) =>
    Prisma.sql`${condition(row)} AND (${row}.started_on, ${row}.id) < (p.started_on, p.id)`;
  return Prisma.sql`${condition(OUTER)} AND NOT ${hasOther(rule, earlier)}`;
}

/**
 * Whether the person of row `p` has a placement of the measure of this condition. A subquery for each row, on
 * purpose: a page asks it fifty times, and a join would ask it of the whole county.
 */
function hasOther(rule: PlacementRule, condition: Condition): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT true FROM placement q WHERE q.person_id = p.person_id
    AND q.county_code = p.county_code AND q.destination = ANY (${[...rule.destinations]}::text[])
    AND q.started_on BETWEEN ${rule.from}::date AND ${rule.to}::date AND q.removed_at IS NULL
    AND ${condition(INNER)} LIMIT 1), false)`;
}

async function beyondCursor(tx: Tx, { before, after }: KeyCursor): Promise<Prisma.Sql> {
  const id = before ?? after;
  if (id === null) return Prisma.sql`true`;
  const rows = await tx.$queryRaw<{ on: string }[]>`
    SELECT started_on::text AS on FROM placement WHERE id = ${id}::uuid`;
  const [at] = rows;
  if (at === undefined) return Prisma.sql`true`;
  return before === null
    ? Prisma.sql`(p.started_on, p.id) > (${at.on}::date, ${id}::uuid)`
    : Prisma.sql`(p.started_on, p.id) < (${at.on}::date, ${id}::uuid)`;
}
