import type { RosterState } from "./roster";

/** Why a roster cannot be sealed by this person now. */
export type SealRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: RosterState }
  /** Something is missing; the page lists it. */
  | { readonly kind: "incomplete"; readonly missing: number }
  | { readonly kind: "ownWork" };

/** Whose hands made what is sealed. */
export interface SealHands {
  readonly submittedBy: string | null;
  /** Put lines on the roster or loaded a file of it. */
  readonly enteredBy: readonly string[];
  /** Recorded a signature or print that stands, an answer of the registry or a result. */
  readonly recordedBy: readonly string[];
  /** Declared the class completed. */
  readonly completedBy: string | null;
}

/**
 * Nobody seals what he made: not who entered or submitted the roster, recorded one of its proofs or
 * results, or completed the class. Who accepted the roster, or watched a session, may: both are
 * looks from outside, and small bureaus have no third reviewer.
 */
export function maySealOthersWork(sealerId: string, hands: SealHands): boolean {
  const { submittedBy, completedBy, enteredBy, recordedBy } = hands;
  return ![submittedBy, completedBy, ...enteredBy, ...recordedBy].includes(sealerId);
}
