/**
 * What a line can hold, by whichever way it comes in: a line that a file brought can be corrected on the form.
 * Texts in characters; the wage in yuan a month, beyond which it is no monthly wage at all.
 */
export const PLACEMENT_LIMITS = {
  employerName: 100,
  jobTitle: 120,
  note: 500,
  monthlyWage: 1_000_000,
} as const;

/** Monthly wages outside of these are pointed out, in yuan. */
export const PLAUSIBLE_WAGE = { from: 500, to: 50_000 } as const;
