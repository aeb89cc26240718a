/** A stored event in the words that are hashed; `at` is UTC `YYYY-MM-DDTHH:mm:ss.ffffff`. */
export interface ChainedEvent {
  readonly seq: string;
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly countyCode: string;
  readonly detail: string;
}

/**
 * The text under the hash: every field behind its length in UTF-8 bytes, so that no two events
 * share one reading. The database function leave_trail() builds the same text; keep them alike.
 */
export function chainText(event: ChainedEvent): string {
  return [
    event.seq,
    event.at,
    event.actorId,
    event.actorName,
    event.action,
    event.subjectKind,
    event.subjectId,
    event.countyCode,
    event.detail,
  ]
    .map((field) => `${byteLength(field)}:${field}`)
    .join("");
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
