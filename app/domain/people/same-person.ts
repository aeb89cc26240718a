import { plainName } from "../shared/person-name";

/** How two numbers of one person come to differ when a clerk types them. */
export type NumberSlip = "one-digit" | "two-digits" | "swapped";

/** Whether two names are the same once blanks and the spelling of the middle dot are set aside. */
export function sameName(a: string, b: string): boolean {
  return a === b || plainName(a) === plainName(b);
}

/**
 * How close two different numbers of the same length are: one or two characters replaced, or two
 * neighbours swapped. Null when they are equal or further apart. A hint for people of the same
 * name, never a proof.
 */
export function similarNumbers(a: string, b: string): NumberSlip | null {
  if (a.length !== b.length || a === b) return null;
  let first = -1;
  let second = -1;
  for (let i = 0; i < a.length; i += 1) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    if (first < 0) first = i;
    else if (second < 0) second = i;
    else return null;
  }
  if (second < 0) return "one-digit";
  const swapped = second === first + 1 && a[first] === b[second] && a[second] === b[first];
  return swapped ? "swapped" : "two-digits";
}
