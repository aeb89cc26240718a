import type { AcknowledgementMethod, InkElement } from "./line-proofs";

/** The surest way first: paper is the master, whatever else there is. */
const ORDER: readonly AcknowledgementMethod[] = ["paper", "closeUp", "screen", "ownPhone"];

/**
 * The one of a line's standing proofs that counts as its signature or fingerprint; null when there
 * is none. Of one way only one stands at a time (the database holds that).
 */
export function proofThatCounts<
  T extends { readonly element: InkElement; readonly method: AcknowledgementMethod },
>(proofs: readonly T[], element: InkElement): T | null {
  const own = proofs.filter((one) => one.element === element);
  for (const method of ORDER) {
    const found = own.find((one) => one.method === method);
    if (found !== undefined) return found;
  }
  return null;
}
