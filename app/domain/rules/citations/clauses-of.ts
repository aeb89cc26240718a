import type { CalendarDate } from "../../shared/calendar-date";
import type { Citation, CitedArea } from "../rule";

interface CitedDocument {
  readonly document: string;
  readonly issuer: string;
  readonly issuedOn: CalendarDate | null;
  readonly area: CitedArea;
}

/** The clauses of one document that rules rest on, by a word of ours: its place and what it asks, in our words. */
export function clausesOf<Word extends string>(
  cited: CitedDocument,
  clauses: Readonly<Record<Word, readonly [clause: string, summary: string]>>,
): Readonly<Record<Word, Citation>> {
  const words = Object.keys(clauses) as Word[];
  return Object.fromEntries(
    words.map((word) => {
      const [clause, summary] = clauses[word];
      return [word, { ...cited, clause, summary }];
    }),
  ) as Record<Word, Citation>;
}
