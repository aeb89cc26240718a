import type { PairedCounty } from "~/domain/access/actor";
import type { Actor } from "~/domain/access/actor";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import type { Action } from "~/domain/access/action";
import type { Tx } from "~/platform/prisma/client.server";

/** The pairings between these two days in which the actor may do this today, by county and beginning. */
export async function findPairings(
  tx: Tx,
  actor: Actor,
  action: Action,
  { from, to, today }: { readonly from: string; readonly to: string; readonly today: string },
): Promise<PairedCounty[]> {
  const rows = await tx.$queryRaw<PairedCounty[]>`
    SELECT district_code AS district, county_code AS county, from_on::text AS "from", to_on::text AS "to"
    FROM pairing WHERE county_code = ANY (${[...actor.counties]})
      AND from_on <= ${to}::date AND coalesce(to_on, 'infinity') >= ${from}::date
    ORDER BY county_code, from_on, district_code`;
  return rows.filter(({ county: countyCode, district: districtCode }) =>
    mayForPair(actor, action, { countyCode, districtCode }, today),
  );
}
