import type { LineSide } from "./reconciliation";

/** A person as one side's list has him; the same `key` is the same person. */
export interface ListedPerson {
  readonly key: string;
  readonly name: string;
  readonly employerName: string;
  /** `YYYY-MM-DD`, or null where the list names none. */
  readonly startedOn: string | null;
}

/** A line as it is kept, with the words of the side whose list comes in; null: that side has not got him. */
export interface KnownLine {
  readonly id: string;
  readonly key: string;
  readonly side: LineSide;
  readonly words: Omit<ListedPerson, "key"> | null;
}

export interface ListChanges<Person extends ListedPerson> {
  readonly added: readonly Person[];
  /** Lines of whom the new list says something else than before. */
  readonly changed: readonly {
    readonly id: string;
    readonly side: LineSide;
    readonly person: Person;
  }[];
  /** Lines that only the other side still has. */
  readonly left: readonly string[];
  /** Lines that nobody has any more. */
  readonly gone: readonly string[];
}

/** Lays one side's new list over the lines that are there; of each person the list has one row. */
export function layOver<Person extends ListedPerson>(
  lines: readonly KnownLine[],
  mine: "COUNTY" | "DISTRICT",
  list: readonly Person[],
): ListChanges<Person> {
  const listed = new Set(list.map(({ key }) => key));
  const known = new Map(lines.map((line) => [line.key, line]));
  const missing = lines.filter(({ key }) => !listed.has(key));
  return {
    added: list.filter(({ key }) => !known.has(key)),
    changed: list.flatMap((person) => {
      const line = known.get(person.key);
      if (line === undefined) return [];
      const side = line.side === mine ? mine : "BOTH";
      return side === line.side && saysTheSame(line.words, person)
        ? []
        : [{ id: line.id, side, person }];
    }),
    left: missing.filter(({ side }) => side === "BOTH").map(({ id }) => id),
    gone: missing.filter(({ side }) => side === mine).map(({ id }) => id),
  };
}

export function hasChanges(changes: ListChanges<ListedPerson>): boolean {
  const { added, changed, left, gone } = changes;
  return added.length + changed.length + left.length + gone.length > 0;
}

function saysTheSame(words: KnownLine["words"], person: ListedPerson): boolean {
  return (
    words !== null &&
    words.name === person.name &&
    words.employerName === person.employerName &&
    words.startedOn === person.startedOn
  );
}
