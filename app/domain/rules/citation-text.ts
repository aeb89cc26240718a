import type { Citation } from "./rule";

/** The document, its day and clause, as a citation is written. */
export function citationText({ document, issuedOn, clause }: Citation): string {
  return issuedOn === null ? document : `${document}（${issuedOn}）${clause}`;
}
