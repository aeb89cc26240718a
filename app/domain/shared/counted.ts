/** Beyond this many nobody needs the number, and counting on would cost as much as there is. */
export const MOST_COUNTED = 1000;

/** `counted` of a count that stops one beyond `MOST_COUNTED`: 166, or 1000+; undefined where none was made. */
export function countedText(counted: number | undefined): string | undefined {
  if (counted === undefined) return undefined;
  return counted > MOST_COUNTED ? `${MOST_COUNTED}+` : String(counted);
}
