import { addDays, type CalendarDate } from "../shared/calendar-date";
import type { MILESTONE_MONTHS } from "./follow-up-schedule";
import type { ProvedSpell } from "./retention-proof";

export type MilestoneMonths = (typeof MILESTONE_MONTHS)[number];

/** Where a person stands before one milestone, as far as somebody has to do with it. */
export type RetentionState = "proved" | "missing" | "soon" | "lost";

export const RETENTION_STATE_LABELS: Readonly<Record<RetentionState, string>> = {
  proved: "已满且佐证齐全",
  missing: "已满但缺佐证",
  soon: "30 天内将满",
  lost: "未满已离岗",
};

export const RETENTION_STATES = Object.keys(RETENTION_STATE_LABELS) as readonly RetentionState[];

/** A milestone so many days ahead, or fewer, is called near. */
export const SOON_DAYS = 30;

/** Null for a milestone further ahead, and for who may still take up his next job in time. */
export function retentionStateOf(
  spell: ProvedSpell,
  months: MilestoneMonths,
  asOf: CalendarDate,
): RetentionState | null {
  const state = spell.milestones.find((milestone) => milestone.months === months)?.state;
  switch (state?.kind) {
    case "reached":
      return spell.provedMonths >= months ? "proved" : "missing";
    case "expected":
      return state.on <= addDays(asOf, SOON_DAYS) ? "soon" : null;
    case "missed":
      return "lost";
    case "needsNextJob":
    case undefined:
      return null;
  }
}
