/** A person is looked up in the registry at each stage, not once (R01). */
export type VerificationEvent = "opening" | "completion";

export const VERIFICATION_EVENT_LABELS: Readonly<Record<VerificationEvent, string>> = {
  opening: "开班查验",
  completion: "结业查验",
};

/** A registry's dated answer about one person; days are `YYYY-MM-DD`. */
export interface RegistryAnswer {
  readonly event: VerificationEvent;
  /** The day of the class the answer was asked for. */
  readonly eventOn: string;
  /** The day the registry's data is of. */
  readonly verifiedOn: string;
  /** Null: the registry does not hold the person. */
  readonly category: string | null;
}

export type AnswerStanding = "valid" | "validAfterwards" | "notFound" | "otherDay" | "tooOld";

/**
 * Whether the answer proves the person's status on the day of the event. It must have been asked for
 * that very day (a class that moved is asked anew). An answer older than `maxAgeDays` before the
 * event proves nothing; null means no limit has been entered. A later answer holds, and says so.
 */
export function standingOf(
  answer: RegistryAnswer,
  eventOn: string,
  maxAgeDays: number | null,
): AnswerStanding {
  if (answer.eventOn !== eventOn) return "otherDay";
  if (answer.category === null) return "notFound";
  if (answer.verifiedOn > eventOn) return "validAfterwards";
  const age = (Date.parse(eventOn) - Date.parse(answer.verifiedOn)) / 86_400_000;
  return maxAgeDays !== null && age > maxAgeDays ? "tooOld" : "valid";
}
