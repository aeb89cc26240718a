import type { Tx } from "~/platform/prisma/client.server";
import { findCountedKeys } from "./counted-persons.server";
import type { ReconciliationRecord } from "./reconciliation-store.server";

export interface DriftedPerson {
  readonly name: string;
  /** Where the ledger has him; null where it has him no more. */
  readonly placementId: string | null;
}

/** How the ledger has moved since the county's list was drawn up. */
export interface Drift {
  readonly added: readonly DriftedPerson[];
  readonly gone: readonly DriftedPerson[];
}

export async function driftOf(tx: Tx, one: ReconciliationRecord): Promise<Drift> {
  const now = await findCountedKeys(tx, one);
  const lines = await tx.$queryRaw<{ key: string; name: string; placementId: string | null }[]>`
    SELECT encode(id_index, 'hex') AS key, name, placement_id AS "placementId"
    FROM reconciliation_line WHERE reconciliation_id = ${one.id}::uuid AND round = ${one.round}
      AND side <> 'DISTRICT' ORDER BY name, id`;
  const listed = new Set(lines.map(({ key }) => key));
  const counted = new Set(now.map(({ key }) => key));
  const person = ({ name, placementId }: DriftedPerson) => ({ name, placementId });
  return {
    added: now.filter(({ key }) => !listed.has(key)).map(person),
    gone: lines.filter(({ key }) => !counted.has(key)).map(person),
  };
}
