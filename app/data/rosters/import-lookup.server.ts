import type { ClientBase } from "pg";
import type { KnownPerson, RegistryEntry } from "~/domain/rosters/cross-check";
import type { KnownRecord } from "~/domain/rosters/match-row";
import type { PovertyStatus } from "~/domain/people/poverty-status";
import { idCardNumber } from "~/domain/shared/id-card-number";
import { toRegionCode } from "~/domain/shared/region-code";
import { phoneIndex } from "~/platform/crypto/blind-index.server";
import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";
import { keyOf, type Read } from "./import-intake.server";

/** Records by the blind index of the ID number, in hex. */
export type ByNumber<Value> = ReadonlyMap<string, Value>;

/** A record on file; the phone stays sealed until a difference has to be shown. */
export interface KnownRow extends Omit<KnownRecord, "phone"> {
  readonly phoneIndex: Buffer | null;
  readonly phoneSealed: Buffer | null;
}

interface Indexed {
  readonly idIndex: Buffer;
}

/** Persons in scope with these numbers. */
export function lookUpPeople(
  client: ClientBase,
  indexes: readonly Buffer[],
): Promise<ByNumber<KnownRow>> {
  return knownOf(
    client,
    `SELECT id_index AS "idIndex", name, ethnicity, address, phone_index AS "phoneIndex",
       phone_sealed AS "phoneSealed" FROM person WHERE id_index = ANY ($1::bytea[])`,
    [indexes],
  );
}

/** Standing lines of a roster with these numbers; none before the class has a roster. */
export async function lookUpLines(
  client: ClientBase,
  rosterId: string | null,
  indexes: readonly Buffer[],
): Promise<ByNumber<KnownRow>> {
  if (rosterId === null) return new Map();
  return knownOf(
    client,
    `SELECT id_index AS "idIndex", name, ethnicity, address, phone_index AS "phoneIndex",
       phone_sealed AS "phoneSealed" FROM roster_line
     WHERE id_index = ANY ($1::bytea[]) AND roster_id = $2 AND removed_at IS NULL`,
    [indexes, rosterId],
  );
}

async function knownOf(client: ClientBase, sql: string, values: unknown[]) {
  const { rows } = await client.query<Indexed & KnownRow>(sql, values);
  return new Map(rows.map((row) => [row.idIndex.toString("hex"), row]));
}

/** What a registry export holds under these numbers; nothing when none covers the county. */
export async function lookUpRegistry(
  client: ClientBase,
  snapshotId: string | null,
  indexes: readonly Buffer[],
): Promise<ByNumber<RegistryEntry>> {
  const found = new Map<string, RegistryEntry>();
  if (snapshotId === null) return found;
  const { rows } = await client.query<
    Indexed & { category: string; countyCode: string; name: string }
  >(
    `SELECT id_index AS "idIndex", category, county_code AS "countyCode", name
     FROM registry_matches($1, $2::bytea[])`,
    [snapshotId, indexes],
  );
  for (const { idIndex, ...entry } of rows) found.set(idIndex.toString("hex"), entryOf(entry));
  return found;
}

export function entryOf(row: {
  category: string;
  countyCode: string;
  name: string;
}): RegistryEntry {
  return {
    name: row.name,
    category: row.category === "" ? null : (row.category as PovertyStatus),
    countyCode: toRegionCode(row.countyCode),
  };
}

/** Equal indexes mean equal phones; only a phone that differs is opened. */
export function recordOf(row: KnownRow | undefined, read: Read): KnownRecord | null {
  if (row === undefined) return null;
  const { name, ethnicity, address, phoneIndex: index, phoneSealed } = row;
  const given = read.checked.values.phone;
  const ring = platform().keyRing;
  const isSame = given !== null && index?.equals(phoneIndex(ring, given)) === true;
  if (isSame || phoneSealed === null)
    return { name, ethnicity, address, phone: isSame ? given : null };
  const phone = openText(ring, phoneSealed, `phone:${keyOf(read)}`);
  return { name, ethnicity, address, phone };
}

/** More people of one name than this are not a hint to a slip of the pen. */
const MOST_NAMESAKES = 200;

/** Registered people of the county with one of these names, numbers opened for comparison. */
export async function lookUpNamesakes(
  client: ClientBase,
  scope: { readonly countyCode: string; readonly snapshotId: string | null },
  names: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson[]>> {
  const found = new Map<string, KnownPerson[]>();
  if (scope.snapshotId === null || names.length === 0) return found;
  const { rows } = await client.query<Indexed & { name: string; idSealed: Buffer }>(
    `SELECT name, id_index AS "idIndex", id_sealed AS "idSealed" FROM registry_entry
     WHERE snapshot_id = $1 AND county_code = $2 AND name = ANY ($3::text[])`,
    [scope.snapshotId, scope.countyCode, names],
  );
  for (const { name, idIndex, idSealed } of rows) {
    const people = found.get(name) ?? [];
    if (people.length >= MOST_NAMESAKES) continue;
    const number = openText(platform().keyRing, idSealed, `idNumber:${idIndex.toString("hex")}`);
    found.set(name, [...people, { name, idCardNumber: idCardNumber(number) }]);
  }
  return found;
}
