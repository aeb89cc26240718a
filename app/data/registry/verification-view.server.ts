import type { PovertyStatus } from "~/domain/people/poverty-status";
import { isRetrospective, type SnapshotRef, type Verification } from "~/domain/people/verification";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

/** What the registry in force on the day says of the person with this blind index. */
export function verificationAt(
  scope: Scope,
  idIndex: Uint8Array,
  countyCode: string,
  on: string,
): Promise<Verification> {
  return inTransaction(scope, (tx) => verificationIn(tx, idIndex, countyCode, on));
}

/** The same inside a transaction that is open already. */
export async function verificationIn(
  tx: Tx,
  idIndex: Uint8Array,
  countyCode: string,
  on: string,
): Promise<Verification> {
  const rows = await tx.$queryRaw<VerificationRow[]>`
    SELECT s.id, s.region_code AS "regionCode", to_char(s.exported_on, 'YYYY-MM-DD') AS "exportedOn",
      e.category, e.lifted_year AS "liftedYear"
    FROM registry_snapshot s LEFT JOIN registry_entry e
      ON e.snapshot_id = s.id AND e.id_index = ${Buffer.from(idIndex)}
    WHERE s.id = snapshot_in_force(${countyCode}, ${on}::date)`;
  const row = rows[0];
  return row === undefined ? { kind: "noSnapshot" } : verification(row, on);
}

interface VerificationRow {
  readonly id: string;
  readonly regionCode: string;
  readonly exportedOn: string;
  readonly category: string | null;
  readonly liftedYear: number | null;
}

function verification(row: VerificationRow, on: string): Verification {
  const { id, regionCode, exportedOn, category, liftedYear } = row;
  const snapshot: SnapshotRef = {
    id,
    regionCode,
    exportedOn,
    isRetrospective: isRetrospective(exportedOn, on),
  };
  if (category === null) return { kind: "notRegistered", snapshot };
  const known = category === "" ? null : (category as PovertyStatus);
  return { kind: "registered", snapshot, category: known, liftedYear };
}
