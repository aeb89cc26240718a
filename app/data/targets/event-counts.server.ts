import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Measure } from "~/domain/targets/measure";
import type { UnitGap } from "~/domain/targets/unit-gap";
import { Prisma } from "~/platform/prisma/client.server";

/** Measures that are not counted from placements. */
export type EventMeasure = Extract<
  Measure,
  "JOB_FAIRS" | "TRAINING_CLASSES" | "LEADERS_TRAINED" | "LEADERS_STARTED"
>;

export interface EventWindow {
  readonly areas: readonly string[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** A Shanghai district whose own target it is: of fairs only those held with it count. */
  readonly district: string | null;
}

/**
 * One row per unit of the measure: area, the day it belongs to, whether it was really held or completed, why it
 * does not count (`UnitGap`, empty when it is proved), and what it is called and where it is kept. Our definitions: decisions/0022.
 */
export function eventUnits(measure: EventMeasure, window: EventWindow): Prisma.Sql {
  switch (measure) {
    case "JOB_FAIRS":
      return fairs(window);
    case "TRAINING_CLASSES":
      return classes(window);
    case "LEADERS_TRAINED":
      return leadersTrained(window);
    case "LEADERS_STARTED":
      return leadersStarted(window);
  }
}

/** A gap for each condition that holds, as a PostgreSQL array. */
function gapsOf(gaps: Partial<Record<UnitGap, Prisma.Sql>>): Prisma.Sql {
  const each = Object.entries(gaps).map(
    ([gap, missing]) => Prisma.sql`CASE WHEN ${missing} THEN ${gap} END`,
  );
  return Prisma.sql`array_remove(ARRAY[${Prisma.join(each)}]::text[], NULL)`;
}

/** A fair counts once its last day is over or today, with somebody who came and a standing piece of proof. */
function fairs({ areas, from, to, district }: EventWindow): Prisma.Sql {
  const gaps = gapsOf({
    noProof: Prisma.sql`NOT EXISTS (SELECT FROM work_file w WHERE w.subject_id = f.id
      AND w.subject_kind = 'jobFair' AND w.voided_at IS NULL)`,
    noParticipants: NOBODY_CAME,
    noDistrict: Prisma.sql`${district}::text IS NOT NULL AND f.district_code IS NULL`,
  });
  return Prisma.sql`
    SELECT f.id, f.county_code AS area, ${LAST_DAY} AS on_day, f.name AS label,
      '/job-fairs/' || f.id AS page, NOT ${NOBODY_CAME} AS was_held, ${gaps} AS gaps
    FROM job_fair f WHERE f.county_code = ANY (${[...areas]}::text[]) AND f.removed_at IS NULL
      AND ${LAST_DAY} BETWEEN ${from}::date AND ${to}::date
      AND coalesce(f.district_code = ${district}::text, true)`;
}

const LAST_DAY = Prisma.sql`coalesce(f.held_to, f.held_on)`;
const NOBODY_CAME = Prisma.sql`(NOT EXISTS (SELECT FROM job_fair_participant a WHERE a.fair_id = f.id))`;

/**
 * A class counts once its roster is sealed, for the day on which it was completed (else its last day). Classes for
 * leaders have a target of their own.
 */
function classes(window: EventWindow): Prisma.Sql {
  return Prisma.sql`
    SELECT c.id, c.county_code AS area, ${DAY_OF_CLASS} AS on_day, c.name || '（' || c.term || '）' AS label,
      '/classes/' || c.id AS page,
      c.completed_on IS NOT NULL OR coalesce(r.state = 'sealed', false) AS was_held,
      ${gapsOf({ notSealed: Prisma.sql`r.state IS DISTINCT FROM 'sealed'` })} AS gaps
    FROM training_class c LEFT JOIN roster r ON r.class_id = c.id
    WHERE ${ofClasses(window)} AND c.audience <> 'LEADER'`;
}

/** A trainee of a class for leaders counts when he has passed and the roster is sealed; his first such class. */
function leadersTrained(window: EventWindow): Prisma.Sql {
  const gaps = gapsOf({
    notSealed: Prisma.sql`r.state <> 'sealed'`,
    notPassed: Prisma.sql`t.result IS DISTINCT FROM 'PASSED'`,
  });
  return Prisma.sql`
    SELECT DISTINCT ON (c.county_code, l.person_id) l.person_id AS id, c.county_code AS area,
      ${DAY_OF_CLASS} AS on_day, l.name AS label, '/people/' || l.person_id AS page,
      c.completed_on IS NOT NULL OR r.state = 'sealed' AS was_held, ${gaps} AS gaps
    FROM training_class c JOIN roster r ON r.class_id = c.id JOIN roster_line l ON l.roster_id = r.id
      LEFT JOIN completion_result t ON t.line_id = l.id
    WHERE ${ofClasses(window)} AND c.audience = 'LEADER' AND l.removed_at IS NULL
    ORDER BY c.county_code, l.person_id, cardinality(${gaps}) = 0 DESC, on_day, c.id`;
}

/**
 * A leader's own business begun on or after the day of the class he has passed: an entrepreneurship placement, proved
 * by its evidence.
 */
function leadersStarted({ areas, from, to }: EventWindow): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (p.county_code, p.person_id) p.person_id AS id, p.county_code AS area,
      p.started_on AS on_day, p.name AS label, '/people/' || p.person_id AS page, true AS was_held,
      ${gapsOf({ noProof: Prisma.sql`p.evidence_count = 0` })} AS gaps
    FROM placement p WHERE p.county_code = ANY (${[...areas]}::text[]) AND p.removed_at IS NULL
      AND p.form = 'ENTREPRENEURSHIP' AND p.started_on BETWEEN ${from}::date AND ${to}::date
      AND EXISTS (SELECT FROM roster_line l JOIN roster r ON r.id = l.roster_id
        JOIN training_class c ON c.id = r.class_id JOIN completion_result t ON t.line_id = l.id
        WHERE l.person_id = p.person_id AND l.removed_at IS NULL AND c.audience = 'LEADER'
          AND r.state = 'sealed' AND t.result = 'PASSED' AND ${DAY_OF_CLASS} <= p.started_on)
    ORDER BY p.county_code, p.person_id, p.evidence_count > 0 DESC, p.started_on, p.id`;
}

const DAY_OF_CLASS = Prisma.sql`coalesce(c.completed_on, c.ends_on)`;

function ofClasses({ areas, from, to }: EventWindow): Prisma.Sql {
  return Prisma.sql`c.county_code = ANY (${[...areas]}::text[])
    AND ${DAY_OF_CLASS} BETWEEN ${from}::date AND ${to}::date`;
}
