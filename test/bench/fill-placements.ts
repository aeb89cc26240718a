import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { sealText } from "~/platform/crypto/field-cipher.server";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { presentRegions } from "~/platform/reference/region-codes.server";

export const SEVEN = ["532322", "532323", "532324", "532325", "532326", "532327", "532329"];
const OTHERS = presentRegions()
  .filter(({ code, level }) => level === "COUNTY" && code.startsWith("53"))
  .map(({ code }) => code as string)
  .filter((code) => !SEVEN.includes(code));

/** Of every hundred people, how many belong to the seven counties. */
export type ShareOfSeven = 16 | 100;

/** Made-up people with random bytes where numbers are sealed, set-wise; the n-th is the same in every run. */
export async function fillPeople(owner: Client, count: number): Promise<void> {
  await owner.query("SET synchronous_commit = off");
  // Made-up people work wherever the share of the seven puts them; what they do besides is not measured here.
  await owner.query("ALTER TABLE placement DISABLE TRIGGER at_home_added");
  await owner.query("ALTER TABLE placement DISABLE TRIGGER overlaps_added");
  await owner.query("ALTER TABLE person DISABLE TRIGGER at_home_with_placements");
  await owner.query(
    `INSERT INTO person (id, county_code, id_index, id_sealed, name, pinyin_initials, sex, born_on,
       ethnicity, address, created_at, updated_at)
     SELECT ${personId("n")}, ${countyOf("n", 16)}, sha256(n::text::bytea),
       sha256(('a' || n)::bytea) || sha256(('b' || n)::bytea), '某' || n, 'm', 'F',
       '1970-01-01'::date + n % 12000, '彝族', '共和镇', now(), now()
     FROM generate_series(1, $3::int) AS n`,
    [SEVEN, OTHERS, count],
  );
  await owner.query("VACUUM ANALYZE person");
}

/**
 * Placements over the year 2020: of a hundred, seventy are a person's only one; every kind of workplace, nine in
 * ten found in the registry, four in five with evidence.
 */
export async function fillPlacements(
  owner: Client,
  { count, people, share }: { count: number; people: number; share: ShareOfSeven },
): Promise<void> {
  await owner.query("SET work_mem = '256MB'");
  await owner.query("TRUNCATE placement, placement_evidence, follow_up, placement_overlap");
  await owner.query("SET synchronous_commit = off");
  await owner.query(
    `INSERT INTO employer (id, owner_code, name, kind, created_by, created_at)
     SELECT ${personId("-n")}, '530000', '单位' || n, 'ENTERPRISE', ${personId("1")}, now()
     FROM generate_series(1, 5000) AS n ON CONFLICT DO NOTHING`,
  );
  const places = "(ARRAY['310114', '310117', county, county, '530100', '532300', '330100'])";
  await owner.query(
    `INSERT INTO placement (id, county_code, person_id, id_index, name, pinyin_initials, sex, employer_id,
       employer_name, workplace_code, form, arrangement, contract_kind, started_on, verified_category,
       verified_on, evidence_count, created_by, created_at, updated_at)
     SELECT ${personId("10000000 + n")}, county, ${personId("who")}, sha256(who::text::bytea),
       '某' || who, 'm', 'F', ${personId("-(1 + n % 5000)")}, '单位' || (1 + n % 5000),
       ${places}[1 + (n / 3) % 7], 'FORMAL', 'ORGANISED', 'LABOUR_CONTRACT', on_day,
       CASE WHEN n % 10 > 0 THEN 'LIFTED' END, on_day, CASE WHEN n % 5 > 0 THEN 1 + n % 3 ELSE 0 END,
       ${personId("1")}, now(), now()
     FROM (SELECT n, who, ${countyOf("who", share)} AS county,
         '2020-01-01'::date + (n::bigint * 7919 % 366)::int AS on_day
       FROM (SELECT n, 1 + (CASE WHEN n % 10 < 3 THEN n - 7 ELSE n END)::bigint * 17 % $4::int AS who
         FROM generate_series(10, 9 + $3::int) AS n) AS numbered) AS rows`,
    [SEVEN, OTHERS, count, people],
  );
  await owner.query("VACUUM ANALYZE placement");
}

/** Gives the county's placed people numbers that can be opened, as the lists do. */
export async function sealNumbersOf(owner: Client, ring: KeyRing, county: string): Promise<void> {
  const { rows } = await owner.query<{ id: string; index: string }>(
    `SELECT id, encode(id_index, 'hex') AS index FROM person
     WHERE id IN (SELECT person_id FROM placement WHERE county_code = $1)`,
    [county],
  );
  await owner.query("CREATE TEMP TABLE sealed (id uuid, id_sealed bytea)");
  const lines = rows.map(({ id, index }, n) => {
    const number = `532329${19_700_101 + (n % 12)}${String(n % 10_000).padStart(4, "0")}`;
    const sealed = sealText(ring, number, `idNumber:${index}`).toString("hex");
    return `${id}\t\\\\x${sealed}\n`;
  });
  await pipeline(Readable.from(lines), owner.query(copyFrom("COPY sealed FROM STDIN")));
  // The person's own county is the one he is placed from.
  await owner.query(
    `UPDATE person p SET id_sealed = s.id_sealed, county_code = $1 FROM sealed s WHERE p.id = s.id`,
    [county],
  );
  await owner.query("DROP TABLE sealed");
  await owner.query("VACUUM ANALYZE person");
  await owner.query("VACUUM ANALYZE placement");
}

function personId(n: string): string {
  return `('00000000-0000-7000-8000-' || lpad(to_hex((${n})::bigint & 281474976710655), 12, '0'))::uuid`;
}

/** The county of the n-th person: of a hundred, so many in the seven ($1), the rest elsewhere ($2). */
function countyOf(n: string, share: ShareOfSeven): string {
  return `CASE WHEN (${n}) % 100 < ${share} THEN ($1::text[])[1 + (${n}) / 100 % 7]
    ELSE ($2::text[])[1 + (${n}) / 100 % cardinality($2::text[])] END`;
}
