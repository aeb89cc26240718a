import { countiesWithin, fullRegionName } from "~/data/regions/region-name-view.server";
import { isInShanghai } from "~/domain/shared/region-code";
import type { NamedCounty } from "~/domain/regions/county-finder";
import type { Tx } from "~/platform/prisma/client.server";

/**
 * The counties among which an area's target is shared: those inside it; a Shanghai district's are the
 * counties paired with it on a day of the period.
 */
export async function targetAreas(
  tx: Tx,
  regionCode: string,
  { periodFrom, deadlineOn }: { readonly periodFrom: string; readonly deadlineOn: string },
): Promise<readonly NamedCounty[]> {
  if (!isInShanghai(regionCode)) {
    return countiesWithin(regionCode).map(({ code, name }) => ({ code: String(code), name }));
  }
  const rows = await tx.$queryRaw<{ code: string }[]>`
    SELECT DISTINCT county_code AS code FROM pairing WHERE district_code = ${regionCode}
      AND from_on <= ${deadlineOn}::date AND coalesce(to_on, 'infinity') >= ${periodFrom}::date
    ORDER BY county_code`;
  return rows.map(({ code }) => ({ code, name: fullRegionName(code) }));
}

/** All counties that a form for the area may offer, whatever period is typed into it. */
export const EVER = { periodFrom: "1900-01-01", deadlineOn: "9999-12-31" } as const;
