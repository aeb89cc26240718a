import { newId } from "~/platform/id.server";
import type { TestPlatform } from "#test/support/test-platform";

/** A month between the county and the district: the county's person on its list, the district's figure another one. */
export async function reconciliationOf(
  countyCode: string,
  districtCode: string,
  personId: string,
  { owner }: TestPlatform,
): Promise<{ readonly reconciliationId: string }> {
  const reconciliationId = newId();
  await owner.query(
    `INSERT INTO reconciliation (id, county_code, district_code, month, measure, state, county_figure,
       district_figure, district_figure_kind, created_by, created_at)
     VALUES ($1, $2, $3, '2020-05-01', 'SHANGHAI_PLACED', 'open', 1, 2, 'typed', $1, now())`,
    [reconciliationId, countyCode, districtCode],
  );
  await owner.query(
    `INSERT INTO reconciliation_line (id, reconciliation_id, county_code, round, side, id_index,
       id_sealed, person_id, name, masked_id)
     SELECT $2, $1, county_code, 1, 'COUNTY', id_index, id_sealed, id, name, '532323********0000'
     FROM person WHERE id = $3`,
    [reconciliationId, newId(), personId],
  );
  return { reconciliationId };
}
