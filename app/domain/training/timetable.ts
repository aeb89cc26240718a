/** One session of a class (课次). */
export interface TimetableSession {
  readonly id: string;
  /** Day, `YYYY-MM-DD`. */
  readonly heldOn: string;
  /** Minutes after midnight, China's time, 0..1440; the end is later than the start. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** 课时. */
  readonly classHours: number;
  readonly isCancelled: boolean;
}

/** When a session is held. */
export type SessionTime = Pick<TimetableSession, "heldOn" | "startsAt" | "endsAt">;

export type TimetableFinding =
  | { readonly kind: "overlap"; readonly sessionId: string; readonly otherId: string }
  | { readonly kind: "outsideClass"; readonly sessionId: string };

/**
 * Minutes after midnight of a time as people write it: 8:30, 08：30, 0830, 8点半, 14时. Null when it
 * is no time of day; 24:00 is the end of the day.
 */
export function readClock(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, "").replace(/半$/, "30");
  const match = /^(\d{1,2})[:点时.](\d{1,2})?分?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) > 59 || minutes > 1440 ? null : minutes;
}

/** 510 → 08:30. */
export function writeClock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** 08:30–11:30 */
export function writeHours({ startsAt, endsAt }: Pick<SessionTime, "startsAt" | "endsAt">): string {
  return `${writeClock(startsAt)}–${writeClock(endsAt)}`;
}

/** Whether the two share a minute; one that begins as the other ends does not. */
export function overlaps(one: SessionTime, other: SessionTime): boolean {
  return one.heldOn === other.heldOn && one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** What is odd about a class's own timetable; sessions that were cancelled are left out. */
export function timetableFindings(
  sessions: readonly TimetableSession[],
  days: { readonly startsOn: string; readonly endsOn: string },
): readonly TimetableFinding[] {
  const standing = sessions.filter(({ isCancelled }) => !isCancelled);
  return standing.flatMap((session, at): TimetableFinding[] => {
    const { id: sessionId, heldOn } = session;
    const later = standing.slice(at + 1).filter((other) => overlaps(session, other));
    const isOutside = heldOn < days.startsOn || heldOn > days.endsOn;
    return [
      ...(isOutside ? [{ kind: "outsideClass" as const, sessionId }] : []),
      ...later.map(({ id: otherId }) => ({ kind: "overlap" as const, sessionId, otherId })),
    ];
  });
}

/** 课时 of all sessions that stand. */
export function totalClassHours(sessions: readonly TimetableSession[]): number {
  const standing = sessions.filter(({ isCancelled }) => !isCancelled);
  return standing.reduce((total, { classHours }) => total + classHours, 0);
}
