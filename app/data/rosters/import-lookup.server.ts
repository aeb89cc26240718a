import type { ClientBase } from "pg";
import type { KnownPerson, RegistryEntry } from "~/domain/rosters/cross-check";
import type { KnownRecord, Overlap } from "~/domain/rosters/match-row";
import { day } from "~/domain/shared/calendar-date";
import { idCardNumber } from "~/domain/shared/id-card-number";
import { toRegionCode } from "~/domain/shared/region-code";
import type { PovertyStatus } from "~/domain/people/poverty-status";
import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";

/** Where an import's rows are looked up. */
export interface LookupScope {
  readonly countyCode: string;
  readonly classId: string;
  /** Null before the class has a roster. */
  readonly rosterId: string | null;
  /** Null when no registry export covers the county. */
  readonly snapshotId: string | null;
}

/** Answers for a batch of numbers, by the number's blind index in hex. */
export interface Lookups {
  readonly registry: ReadonlyMap<string, RegistryEntry>;
  readonly people: ReadonlyMap<string, KnownRow>;
  readonly lines: ReadonlyMap<string, KnownRow>;
  readonly overlaps: ReadonlyMap<string, Overlap[]>;
}

/** A record on file; the phone stays sealed until a difference has to be shown. */
export interface KnownRow extends Omit<KnownRecord, "phone"> {
  readonly phoneIndex: Buffer | null;
  readonly phoneSealed: Buffer | null;
}

interface Indexed {
  readonly idIndex: Buffer;
}

/** Four questions for the whole batch, whatever its size. */
export async function lookUp(
  client: ClientBase,
  scope: LookupScope,
  indexes: readonly Buffer[],
): Promise<Lookups> {
  return {
    registry: await registryOf(client, scope, indexes),
    people: await knownOf(
      client,
      `SELECT id_index AS "idIndex", name, ethnicity, address, phone_index AS "phoneIndex",
         phone_sealed AS "phoneSealed" FROM person WHERE id_index = ANY ($1::bytea[])`,
      [indexes],
    ),
    lines:
      scope.rosterId === null
        ? new Map()
        : await knownOf(
            client,
            `SELECT id_index AS "idIndex", name, ethnicity, address, phone_index AS "phoneIndex",
               phone_sealed AS "phoneSealed" FROM roster_line
             WHERE id_index = ANY ($1::bytea[]) AND roster_id = $2 AND removed_at IS NULL`,
            [indexes, scope.rosterId],
          ),
    overlaps: await overlapsOf(client, scope, indexes),
  };
}

async function registryOf(client: ClientBase, scope: LookupScope, indexes: readonly Buffer[]) {
  const found = new Map<string, RegistryEntry>();
  if (scope.snapshotId === null) return found;
  const { rows } = await client.query<
    Indexed & { category: string; countyCode: string; name: string }
  >(
    `SELECT id_index AS "idIndex", category, county_code AS "countyCode", name
     FROM registry_matches($1, $2::bytea[])`,
    [scope.snapshotId, indexes],
  );
  for (const { idIndex, category, countyCode, name } of rows) {
    found.set(idIndex.toString("hex"), {
      name,
      category: category === "" ? null : (category as PovertyStatus),
      countyCode: toRegionCode(countyCode),
    });
  }
  return found;
}

async function knownOf(client: ClientBase, sql: string, values: unknown[]) {
  const { rows } = await client.query<Indexed & KnownRow>(sql, values);
  return new Map(rows.map((row) => [row.idIndex.toString("hex"), row]));
}

async function overlapsOf(client: ClientBase, scope: LookupScope, indexes: readonly Buffer[]) {
  const { rows } = await client.query<
    Indexed & { className: string | null; startsOn: string; endsOn: string }
  >(
    `SELECT id_index AS "idIndex", class_name AS "className", starts_on::text AS "startsOn",
       ends_on::text AS "endsOn" FROM overlapping_enrolments($1, $2::bytea[])`,
    [scope.classId, indexes],
  );
  const found = new Map<string, Overlap[]>();
  for (const { idIndex, className, startsOn, endsOn } of rows) {
    const key = idIndex.toString("hex");
    const overlap = { className, startsOn: day(startsOn), endsOn: day(endsOn) };
    found.set(key, [...(found.get(key) ?? []), overlap]);
  }
  return found;
}

/** More people of one name than this are not a hint to a slip of the pen. */
const MOST_NAMESAKES = 200;

/** Registered people of the county with one of these names, numbers opened for comparison. */
export async function lookUpNamesakes(
  client: ClientBase,
  scope: LookupScope,
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
