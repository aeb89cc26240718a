import type { Actor } from "~/domain/access/actor";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Outcome } from "~/domain/shared/outcome";

export const CHUXIONG = "532300";
export const MOUDING = "532323";
export const NANHUA = "532324";

/** Whose hands the money of a county goes through. */
export interface MoneyHands {
  readonly officer: Actor;
  readonly reviewer: Actor;
  readonly finance: Actor;
  /** The prefecture's: its HRSS bureau, its cooperation office, its finance bureau. */
  readonly bureau: Actor;
  readonly office: Actor;
  readonly treasury: Actor;
}

/** The instant of nine in the morning, China's time. */
export const morning = (on: CalendarDate) => new Date(`${on}T09:00:00+08:00`);

/** What the use case answers; a refusal of the demonstration's own step is a mistake in it. */
export function kept<Value>(outcome: Outcome<Value, { readonly kind: string }>): Value {
  if (!outcome.ok) throw new Error(`demonstration data refused: ${outcome.refusal.kind}`);
  return outcome.value;
}
