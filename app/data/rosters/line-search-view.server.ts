import type { Actor } from "~/domain/access/actor";
import type { RosterState } from "~/domain/rosters/roster";
import { isInitials } from "~/domain/rosters/searched-number";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { className } from "~/domain/training/training-class";
import { maskedNumbers } from "~/data/rosters/masked-line.server";
import {
  beginsWith,
  rosterConditions,
  type RosterFilter,
} from "~/data/rosters/roster-conditions.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** What is searched for: a name or initials, or the number that a line carries. */
export type LineSearch =
  | { readonly by: "name"; readonly text: string }
  | { readonly by: "idCard" | "phone"; readonly lineId: string };

export interface FoundLine {
  readonly id: string;
  readonly rosterId: string;
  readonly name: string;
  readonly idMasked: string;
  readonly phoneMasked: string;
  readonly label: string;
  readonly countyName: string;
  readonly startsOn: string;
  readonly state: RosterState;
}

interface StoredLine {
  readonly id: string;
  readonly rosterId: string;
  readonly name: string;
  readonly className: string;
  readonly term: string;
  readonly countyCode: string;
  readonly startsOn: string;
  readonly state: RosterState;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
  readonly phoneSealed: Uint8Array | null;
}

/**
 * Standing lines that match, ordered by name. Each county is asked by itself for one page: that is a
 * short range of its index, however many people the counties have together.
 */
export async function searchLines(
  actor: Actor,
  search: LineSearch,
  filter: RosterFilter,
  size: number,
  cursor: KeyCursor,
): Promise<KeyPage<FoundLine>> {
  const key = search.by === "name" && isInitials(search.text) ? "pinyin_initials" : "name";
  const column = key === "name" ? Prisma.sql`l.name` : Prisma.sql`l.pinyin_initials`;
  const order = cursor.before === null ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const counties = filter.county === "" ? actor.counties : [filter.county];
  const found = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<StoredLine[]>`
      SELECT m.* FROM unnest(${counties}::text[]) AS k (county) CROSS JOIN LATERAL (
        SELECT l.id, l.roster_id AS "rosterId", l.name, ${column} AS key, c.name AS "className",
          c.term, l.county_code AS "countyCode", c.starts_on::text AS "startsOn", r.state,
          l.id_index AS "idIndex", l.id_sealed AS "idSealed", l.phone_sealed AS "phoneSealed"
        FROM roster_line l JOIN roster r ON r.id = l.roster_id
          JOIN training_class c ON c.id = r.class_id
        WHERE l.county_code = k.county AND l.removed_at IS NULL AND ${matching(search, column)}
          AND ${rosterConditions(filter)} AND ${beyond(cursor, column)}
        ORDER BY ${column} ${order}, l.id ${order} LIMIT ${size + 1}) m
      ORDER BY m.key ${order}, m.id ${order} LIMIT ${size + 1}`,
  );
  return keyPage(found.map(asFound), size, cursor, (line) => line.id);
}

function matching(search: LineSearch, column: Prisma.Sql): Prisma.Sql {
  switch (search.by) {
    case "name":
      return beginsWith(column, isInitials(search.text) ? search.text.toLowerCase() : search.text);
    case "idCard":
      return Prisma.sql`l.id_index = (SELECT o.id_index FROM roster_line o
        WHERE o.id = ${search.lineId}::uuid)`;
    case "phone":
      return Prisma.sql`l.phone_index = (SELECT o.phone_index FROM roster_line o
        WHERE o.id = ${search.lineId}::uuid)`;
  }
}

function beyond({ before, after }: KeyCursor, column: Prisma.Sql): Prisma.Sql {
  const id = before ?? after;
  if (id === null) return Prisma.sql`TRUE`;
  const edge = Prisma.sql`(SELECT ${column}, l.id FROM roster_line l WHERE l.id = ${id}::uuid)`;
  return before === null
    ? Prisma.sql`(${column}, l.id) > ${edge}`
    : Prisma.sql`(${column}, l.id) < ${edge}`;
}

function asFound(line: StoredLine): FoundLine {
  const { idCardNumber, phone } = maskedNumbers(line);
  return {
    id: line.id,
    rosterId: line.rosterId,
    name: line.name,
    idMasked: idCardNumber,
    phoneMasked: phone,
    label: className({ name: line.className, term: line.term }),
    countyName: regionName(line.countyCode) ?? line.countyCode,
    startsOn: line.startsOn,
    state: line.state,
  };
}
