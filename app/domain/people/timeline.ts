/** One thing that happened to a person, wherever in the product it is kept. */
export interface PersonEvent {
  readonly key: string;
  /** Instant, ISO 8601; the beginning of the day in China when only the day is known. */
  readonly at: string;
  readonly isDay: boolean;
  readonly title: string;
  readonly detail: string;
  /** Where it is kept. */
  readonly to: string;
  readonly tone: "neutral" | "info" | "success" | "warning";
}

/** How the key of a change after the seal begins. */
export const AMENDMENT_KEY = "amendment:";

/** Newest first; of the same instant in the order of their keys. */
export function inTimeOrder(events: readonly PersonEvent[]): readonly PersonEvent[] {
  return [...events].sort((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? 1 : -1;
    return a.key < b.key ? -1 : 1;
  });
}

/** The instant by which a day (`YYYY-MM-DD`) stands among instants. */
export function beginningOf(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}
