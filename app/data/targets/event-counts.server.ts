import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Measure } from "~/domain/targets/measure";
import { Prisma } from "~/platform/prisma/client.server";

/** Measures that are not counted from placements. */
export type EventMeasure = Extract<
  Measure,
  "JOB_FAIRS" | "TRAINING_CLASSES" | "LEADERS_TRAINED" | "LEADERS_STARTED"
>;

interface Window {
  readonly areas: readonly string[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * One row per unit of the measure: area, the day it belongs to, whether it was really held or completed, whether it
 * is proved, and what it is called and where it is kept. Our definitions: decisions/0022.
 */
export function eventUnits(measure: EventMeasure, window: Window): Prisma.Sql {
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

/** A fair counts with somebody who came and a standing piece of proof, for its first day. */
function fairs({ areas, from, to }: Window): Prisma.Sql {
  return Prisma.sql`
    SELECT *, was_held AND EXISTS (SELECT FROM work_file w WHERE w.subject_id = held.id
        AND w.subject_kind = 'jobFair' AND w.voided_at IS NULL) AS is_proved
    FROM (SELECT f.id, f.county_code AS area, f.held_on AS on_day, f.name AS label,
        '/job-fairs/' || f.id AS page,
        EXISTS (SELECT FROM job_fair_participant a WHERE a.fair_id = f.id) AS was_held
      FROM job_fair f WHERE f.county_code = ANY (${[...areas]}::text[]) AND f.removed_at IS NULL
        AND f.held_on BETWEEN ${from}::date AND ${to}::date) AS held`;
}

/** A class counts once its roster is sealed, for the day on which it was completed (else its last day). */
function classes(window: Window): Prisma.Sql {
  return Prisma.sql`
    SELECT c.id, c.county_code AS area, ${DAY_OF_CLASS} AS on_day, c.name || '（' || c.term || '）' AS label,
      '/classes/' || c.id AS page,
      c.completed_on IS NOT NULL OR coalesce(r.state = 'sealed', false) AS was_held,
      coalesce(r.state = 'sealed', false) AS is_proved
    FROM training_class c LEFT JOIN roster r ON r.class_id = c.id WHERE ${ofClasses(window)}`;
}

/** A trainee of a class for leaders counts when he has passed and the roster is sealed; his first such class. */
function leadersTrained(window: Window): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (c.county_code, l.person_id) l.person_id AS id, c.county_code AS area,
      ${DAY_OF_CLASS} AS on_day, l.name AS label, '/people/' || l.person_id AS page,
      c.completed_on IS NOT NULL OR r.state = 'sealed' AS was_held,
      r.state = 'sealed' AND coalesce(t.result = 'PASSED', false) AS is_proved
    FROM training_class c JOIN roster r ON r.class_id = c.id JOIN roster_line l ON l.roster_id = r.id
      LEFT JOIN completion_result t ON t.line_id = l.id
    WHERE ${ofClasses(window)} AND c.audience = 'LEADER' AND l.removed_at IS NULL
    ORDER BY c.county_code, l.person_id, is_proved DESC, on_day, c.id`;
}

/** A trained leader's own business begun after his class: an entrepreneurship placement, proved by its evidence. */
function leadersStarted({ areas, from, to }: Window): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (p.county_code, p.person_id) p.person_id AS id, p.county_code AS area,
      p.started_on AS on_day, p.name AS label, '/people/' || p.person_id AS page, true AS was_held,
      p.evidence_count > 0 AS is_proved
    FROM placement p WHERE p.county_code = ANY (${[...areas]}::text[]) AND p.removed_at IS NULL
      AND p.form = 'ENTREPRENEURSHIP' AND p.started_on BETWEEN ${from}::date AND ${to}::date
      AND EXISTS (SELECT FROM roster_line l JOIN roster r ON r.id = l.roster_id
        JOIN training_class c ON c.id = r.class_id
        WHERE l.person_id = p.person_id AND l.removed_at IS NULL AND c.audience = 'LEADER'
          AND r.state = 'sealed' AND ${DAY_OF_CLASS} <= p.started_on)
    ORDER BY p.county_code, p.person_id, is_proved DESC, p.started_on, p.id`;
}

const DAY_OF_CLASS = Prisma.sql`coalesce(c.completed_on, c.ends_on)`;

function ofClasses({ areas, from, to }: Window): Prisma.Sql {
  return Prisma.sql`c.county_code = ANY (${[...areas]}::text[])
    AND ${DAY_OF_CLASS} BETWEEN ${from}::date AND ${to}::date`;
}
