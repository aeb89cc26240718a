import type { ClientBase } from "pg";
import { loadNotices } from "~/data/evidence/notice-reference.server";
import { loadFoundingDocuments } from "~/data/funds/founding-reference.server";
import {
  documentedCountyFlags,
  documentedPairings,
} from "~/platform/reference/documented-pairings.server";
import { presentRegions } from "~/platform/reference/region-codes.server";
import { newId } from "~/platform/id.server";

/**
 * Brings divisions, pairings, flags, notices and founding documents of this edition into the database; run at every start, on the
 * owner's connection. Divisions follow the edition; a pairing or flag that is there already keeps
 * what the administrator has made of its dates.
 */
export async function loadReference(client: ClientBase): Promise<void> {
  await client.query("BEGIN");
  try {
    await loadRegions(client);
    await loadPairings(client);
    await loadFlags(client);
    await loadNotices(client);
    await loadFoundingDocuments(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

async function loadRegions(client: ClientBase): Promise<void> {
  const regions = presentRegions();
  await client.query(
    `INSERT INTO region (code, name, level, parent_code, county_code)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level,
       parent_code = excluded.parent_code, county_code = excluded.county_code
     WHERE (region.name, region.level, region.parent_code)
       IS DISTINCT FROM (excluded.name, excluded.level, excluded.parent_code)`,
    [
      regions.map((region) => region.code),
      regions.map((region) => region.name),
      regions.map((region) => region.level),
      regions.map((region) => region.parent),
      regions.map((region) => (region.level === "COUNTY" ? region.code : null)),
    ],
  );
}

async function loadPairings(client: ClientBase): Promise<void> {
  const pairings = documentedPairings().flatMap((pairing) =>
    pairing.counties.map((county) => ({ ...pairing, county })),
  );
  await client.query(
    `INSERT INTO pairing (id, district_code, county_code, from_on, to_on, end_is_assumed, source)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[], $6::bool[],
       $7::text[]) AS p (id, district_code, county_code, from_on, to_on, end_is_assumed, source)
     WHERE NOT EXISTS (SELECT FROM pairing known WHERE known.source = p.source
       AND known.district_code = p.district_code AND known.county_code = p.county_code)
     ON CONFLICT DO NOTHING`,
    [
      pairings.map(() => newId()),
      pairings.map((pairing) => pairing.district),
      pairings.map((pairing) => pairing.county),
      pairings.map((pairing) => pairing.from),
      pairings.map((pairing) => pairing.to),
      pairings.map((pairing) => pairing.endIsAssumed),
      pairings.map((pairing) => pairing.source),
    ],
  );
}

async function loadFlags(client: ClientBase): Promise<void> {
  const flags = documentedCountyFlags().flatMap((flag) =>
    flag.counties.map((county) => ({ ...flag, county })),
  );
  await client.query(
    `INSERT INTO region_flag (id, county_code, kind, from_on, to_on, source)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[], $6::text[])
       AS f (id, county_code, kind, from_on, to_on, source)
     WHERE NOT EXISTS (SELECT FROM region_flag known WHERE known.source = f.source
       AND known.county_code = f.county_code AND known.kind = f.kind)
     ON CONFLICT DO NOTHING`,
    [
      flags.map(() => newId()),
      flags.map((flag) => flag.county),
      flags.map((flag) => flag.kind),
      flags.map((flag) => flag.from),
      flags.map((flag) => flag.to),
      flags.map((flag) => flag.source),
    ],
  );
}
