import { addDays, type CalendarDate } from "../shared/calendar-date";
import type { MILESTONE_MONTHS } from "./follow-up-schedule";
import type { ProvedSpell } from "./retention-proof";

export type MilestoneMonths = (typeof MILESTONE_MONTHS)[number];

/** Where a person stands before one milestone, as far as somebody has to do with it. */
export type RetentionState = "proved" | "missing" | "soon" | "lost" | "left";

export const RETENTION_STATE_LABELS: Readonly<Record<RetentionState, string>> = {
  proved: "已满且佐证齐全",
  missing: "已满但缺佐证",
  soon: "30 天内将满",
  lost: "未满已失联",
  left: "未满已离岗",
};

export const RETENTION_STATES = Object.keys(RETENTION_STATE_LABELS) as readonly RetentionState[];

/** A milestone so many days ahead, or fewer, is called near. */
export const SOON_DAYS = 30;

export interface RetentionStanding {
  readonly state: RetentionState;
  /** The spell that puts him there: the latest that reached the milestone, or the one that stands. */
  readonly spell: ProvedSpell;
}

/**
 * What was reached in any spell stays reached; before that the spell that stands decides. Null for a milestone further
 * ahead, for who may still take up his next job in time, and without a spell. `spells`: of one person, by their days.
 */
export function retentionStandingOf(
  spells: readonly ProvedSpell[],
  months: MilestoneMonths,
  asOf: CalendarDate,
): RetentionStanding | null {
  const reached = spells.filter((spell) => milestoneOf(spell, months)?.kind === "reached");
  const proved = reached.findLast(({ provedMonths }) => provedMonths >= months);
  if (proved !== undefined) return { state: "proved", spell: proved };
  const unproved = reached[reached.length - 1];
  if (unproved !== undefined) return { state: "missing", spell: unproved };
  const spell = spells[spells.length - 1];
  if (spell === undefined) return null;
  const state = spell.isLost ? "lost" : stateAhead(spell, months, asOf);
  return state === null ? null : { state, spell };
}

function stateAhead(spell: ProvedSpell, months: MilestoneMonths, asOf: CalendarDate) {
  const milestone = milestoneOf(spell, months);
  switch (milestone?.kind) {
    case "expected":
      return milestone.on <= addDays(asOf, SOON_DAYS) ? "soon" : null;
    case "missed":
      return "left";
    case "reached":
    case "needsNextJob":
    case undefined:
      return null;
  }
}

function milestoneOf({ milestones }: ProvedSpell, months: MilestoneMonths) {
  return milestones.find((milestone) => milestone.months === months)?.state;
}
