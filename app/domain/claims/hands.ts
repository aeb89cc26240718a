/** Whose hands a claim has gone through; null where nobody has taken the step. */
export interface ClaimHands {
  readonly createdBy: string;
  readonly submittedBy: string | null;
  readonly reviewedBy: string | null;
  readonly hrssApprovedBy: string | null;
  readonly povertyApprovedBy: string | null;
}

/** Whoever drew the claim up or handed it in neither reviews it nor gives it back. */
export function wroteClaim({ createdBy, submittedBy }: ClaimHands, userId: string): boolean {
  return userId === createdBy || userId === submittedBy;
}

/** Nobody approves what he drew up, handed in, reviewed or approved for the other office. */
export function hadClaim(hands: ClaimHands, userId: string): boolean {
  const { reviewedBy, hrssApprovedBy, povertyApprovedBy } = hands;
  return (
    wroteClaim(hands, userId) || [reviewedBy, hrssApprovedBy, povertyApprovedBy].includes(userId)
  );
}
