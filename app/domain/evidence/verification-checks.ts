/** Why an answer to a list is not taken, whatever is in it. */
export type ResultObstacle =
  | { readonly kind: "sealed" }
  | { readonly kind: "answered" }
  | { readonly kind: "eventMoved"; readonly eventOn: string }
  | { readonly kind: "dayImpossible"; readonly from: string; readonly to: string };

/** A list and the class it was made for, as they stand; days are `YYYY-MM-DD`. */
export interface ResultSituation {
  readonly isSealed: boolean;
  readonly isAnswered: boolean;
  /** The day of the class the list was made for, and the day of that event as it is now. */
  readonly askedFor: string;
  readonly eventOn: string;
  readonly exportedOn: string;
  readonly today: string;
}

/** A platform cannot answer before it was asked, nor in days to come; a moved class is asked anew. */
export function resultObstacle(
  verifiedOn: string,
  { isSealed, isAnswered, askedFor, eventOn, exportedOn, today }: ResultSituation,
): ResultObstacle | null {
  if (isSealed) return { kind: "sealed" };
  if (isAnswered) return { kind: "answered" };
  if (askedFor !== eventOn) return { kind: "eventMoved", eventOn };
  if (verifiedOn >= exportedOn && verifiedOn <= today) return null;
  return { kind: "dayImpossible", from: exportedOn, to: today };
}
