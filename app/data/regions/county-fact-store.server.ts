import type { Tx } from "~/platform/prisma/client.server";

/** A dated flag or pairing as the administrator writes it; days are `YYYY-MM-DD`, `to` inclusive. */
export interface DatedFact {
  readonly countyCode: string;
  readonly from: string;
  readonly to: string | null;
  readonly source: string;
}

/** Adds the flag, or changes the end and source of the one that began on the same day. */
export async function saveFlag(tx: Tx, id: string, kind: string, fact: DatedFact): Promise<void> {
  const { countyCode, from, to, source } = fact;
  await tx.$executeRaw`
    INSERT INTO region_flag (id, county_code, kind, from_on, to_on, source)
    VALUES (${id}::uuid, ${countyCode}, ${kind}, ${from}::date, ${to}::date, ${source})
    ON CONFLICT (county_code, kind, from_on)
      DO UPDATE SET to_on = excluded.to_on, source = excluded.source`;
}

/** The same for a pairing; what the administrator has written is no longer assumed. */
export async function savePairing(
  tx: Tx,
  id: string,
  districtCode: string,
  fact: DatedFact,
): Promise<void> {
  const { countyCode, from, to, source } = fact;
  await tx.$executeRaw`
    INSERT INTO pairing (id, district_code, county_code, from_on, to_on, end_is_assumed, source)
    VALUES (${id}::uuid, ${districtCode}, ${countyCode}, ${from}::date, ${to}::date, false, ${source})
    ON CONFLICT (district_code, county_code, from_on)
      DO UPDATE SET to_on = excluded.to_on, source = excluded.source, end_is_assumed = false`;
}
