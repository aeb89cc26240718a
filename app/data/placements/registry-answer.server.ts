import type { Tx } from "~/platform/prisma/client.server";

/** What the registry in force on a day says of somebody; all null when no export covers the day. */
export interface RegistryAnswer {
  readonly snapshotId: string | null;
  /** The day the registry's data is of, `YYYY-MM-DD`. */
  readonly exportedOn: string | null;
  /** Null: not in it. Empty: in it under no category that is known. */
  readonly category: string | null;
  /** The name it carries the number under. */
  readonly name: string | null;
  /** Where the registry carries the person; of a whole prefecture's export it may be another county. */
  readonly countyCode: string | null;
}

const NO_ANSWER: RegistryAnswer = {
  ...{ snapshotId: null, exportedOn: null, category: null, name: null, countyCode: null },
};

/** Asks the export in force in the county on the day, as roster lines do. */
export async function askRegistry(
  tx: Tx,
  idIndex: Uint8Array,
  countyCode: string,
  on: string,
): Promise<RegistryAnswer> {
  const rows = await tx.$queryRaw<RegistryAnswer[]>`
    SELECT s.id AS "snapshotId", s.exported_on::text AS "exportedOn", m.category,
      m.name, m.county_code AS "countyCode"
    FROM registry_snapshot s
      LEFT JOIN registry_matches(s.id, ARRAY[${Buffer.from(idIndex)}]::bytea[]) m ON true
    WHERE s.id = snapshot_in_force(${countyCode}, ${on}::date)`;
  return rows[0] ?? NO_ANSWER;
}
