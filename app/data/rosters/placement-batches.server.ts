import type { ClientBase } from "pg";
import type { ReadPlacement } from "./placement-lookup.server";

/** The batch that a row names, of its own county, by the place of the row; missing where there is none of that name. */
export async function batchesByName(
  client: ClientBase,
  reads: readonly ReadPlacement[],
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await client.query<{ at: number; id: string }>(
    `SELECT a.at::int - 1 AS at, b.id
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS a (county, name, at)
       JOIN labour_batch b ON b.county_code = a.county AND b.name = a.name`,
    [
      reads.map(({ checked }) => checked.homeCounty?.code ?? null),
      reads.map(({ checked }) => checked.fields.batchName),
    ],
  );
  return new Map(rows.map(({ at, id }) => [at, id]));
}
