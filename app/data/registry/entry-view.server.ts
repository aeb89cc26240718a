import type { PovertyStatus } from "~/domain/people/poverty-status";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

/** A person in a snapshot, masked. */
export interface EntryLine {
  readonly sheetRow: number;
  readonly name: string;
  readonly maskedId: string;
  readonly countyCode: string;
  readonly township: string;
  readonly village: string;
  readonly householdHead: string;
  readonly relationToHead: string;
  /** Null: the registry states no known category. */
  readonly category: PovertyStatus | null;
  readonly liftedYear: number | null;
  /** Hexadecimal blind index, the key of the page; says nothing without the key ring. */
  readonly key: string;
}

export interface EntryFilter {
  /** Beginning of a name, or of its pinyin initials when it is written in Latin letters. */
  readonly text: string;
  readonly countyCode: string | null;
}

interface StoredEntry extends Omit<EntryLine, "maskedId" | "key" | "category"> {
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
  readonly category: string;
}

const FIELDS = Prisma.sql`sheet_row AS "sheetRow", name, county_code AS "countyCode", township,
  village, household_head AS "householdHead", relation_to_head AS "relationToHead", category,
  lifted_year AS "liftedYear", id_index AS "idIndex", id_sealed AS "idSealed"`;

/** A snapshot's people by county and name (or initials). */
export function listEntries(
  scope: Scope,
  snapshotId: string,
  filter: EntryFilter,
  cursor: KeyCursor,
  size: number,
): Promise<KeyPage<EntryLine>> {
  const byInitials = /^[a-z]+$/i.test(filter.text);
  const column = byInitials ? Prisma.sql`pinyin_initials` : Prisma.sql`name`;
  const prefix = byInitials ? filter.text.toLowerCase() : filter.text;
  const back = cursor.before !== null;
  return inTransaction(scope, async (tx) => {
    const rows = await tx.$queryRaw<StoredEntry[]>`
      SELECT ${FIELDS} FROM registry_entry
      WHERE snapshot_id = ${snapshotId}::uuid ${startsWith(column, prefix)}
        ${filter.countyCode === null ? Prisma.empty : Prisma.sql`AND county_code = ${filter.countyCode}`}
        ${await beyond(tx, snapshotId, column, cursor)}
      ORDER BY county_code ${way(back)}, ${column} ${way(back)}, id_index ${way(back)}
      LIMIT ${size + 1}`;
    return keyPage(rows.map(entryLine), size, cursor, (row) => row.key);
  });
}

/** The person with this ID number in the snapshot, by blind index; null when not there or out of scope. */
export function findEntry(
  scope: Scope,
  snapshotId: string,
  idIndex: Uint8Array,
): Promise<EntryLine | null> {
  return inTransaction(scope, async (tx) => {
    const rows = await tx.$queryRaw<StoredEntry[]>`
      SELECT ${FIELDS} FROM registry_entry
      WHERE snapshot_id = ${snapshotId}::uuid AND id_index = ${Buffer.from(idIndex)}`;
    return rows[0] === undefined ? null : entryLine(rows[0]);
  });
}

/** A range instead of LIKE: row-level security lets only leakproof comparisons use the index. */
function startsWith(column: Prisma.Sql, prefix: string): Prisma.Sql {
  if (prefix === "") return Prisma.empty;
  return Prisma.sql`AND ${column} >= ${prefix} AND ${column} < ${`${prefix}\u{10ffff}`}`;
}

async function beyond(tx: Tx, snapshotId: string, column: Prisma.Sql, cursor: KeyCursor) {
  const key = cursor.before ?? cursor.after;
  if (key === null || !/^[0-9a-f]{64}$/.test(key)) return Prisma.empty;
  const rows = await tx.$queryRaw<{ county: string; sorted: string }[]>`
    SELECT county_code AS county, ${column} AS sorted FROM registry_entry
    WHERE snapshot_id = ${snapshotId}::uuid AND id_index = ${Buffer.from(key, "hex")}`;
  const at = rows[0];
  if (at === undefined) return Prisma.empty;
  const comparison = cursor.before === null ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`AND (county_code, ${column}, id_index) ${comparison}
    (${at.county}, ${at.sorted}, ${Buffer.from(key, "hex")})`;
}

function way(back: boolean): Prisma.Sql {
  return back ? Prisma.sql`DESC` : Prisma.sql`ASC`;
}

function entryLine({ idIndex, idSealed, category, ...rest }: StoredEntry): EntryLine {
  const key = Buffer.from(idIndex).toString("hex");
  const number = openText(platform().keyRing, idSealed, `idNumber:${key}`);
  const known = category === "" ? null : (category as PovertyStatus);
  return { ...rest, category: known, maskedId: maskIdCardNumber(number), key };
}
