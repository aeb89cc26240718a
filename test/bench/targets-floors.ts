import type { Client } from "pg";
import { SEVEN } from "./fill-placements";

/** Both targets' proved persons by county in one statement each, with all the memory they want. */
export async function bareCount(owner: Client, asOf: string): Promise<void> {
  await owner.query("SET work_mem = '256MB'");
  for (const destinations of [["SHANGHAI"], ["LOCAL", "IN_PROVINCE"]]) {
    await owner.query(
      `SELECT county_code, count(*) FROM (SELECT DISTINCT county_code, person_id FROM placement
         WHERE county_code = ANY ($1) AND destination = ANY ($2) AND removed_at IS NULL
           AND started_on BETWEEN '2020-01-01' AND $3::date
           AND verified_category IS NOT NULL AND evidence_count > 0) AS persons GROUP BY 1`,
      [SEVEN, destinations, asOf],
    );
  }
}

/** Fifty rows of a county from somewhere within an index. */
export async function bareRange(owner: Client, county: string): Promise<void> {
  await owner.query(
    `SELECT * FROM placement WHERE county_code = $1 AND started_on >= '2020-05-15'
     ORDER BY started_on, id LIMIT 50`,
    [county],
  );
}

/** One placement of the county gains or loses its evidence: its figures must be counted anew. */
export async function changeOneCounty(owner: Client, county: string): Promise<void> {
  await owner.query(
    `UPDATE placement SET evidence_count = 1 - least(evidence_count, 1) WHERE id = (
       SELECT id FROM placement WHERE county_code = $1 ORDER BY started_on, id LIMIT 1)`,
    [county],
  );
}
