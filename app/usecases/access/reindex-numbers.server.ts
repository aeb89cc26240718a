import type pg from "pg";
import * as checks from "~/data/access/key-check-store.server";
import { reindexNumbers as writeIndexes } from "~/data/access/reindex-bulk.server";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { withNewIndexSecret } from "~/platform/crypto/index-rotation.server";

export interface Reindexing {
  /** Keeps the next ring beside the present one until the database has changed over. */
  readonly saveAside: (ring: KeyRing) => void;
  /** Puts the ring that was kept aside in the place of the present one. */
  readonly putInPlace: () => void;
  readonly report: (label: string, rows: number) => void;
}

/** Computes every blind index anew under a new secret, in one transaction, with the product stopped. */
export async function reindexNumbers(
  owner: pg.ClientBase,
  ring: KeyRing,
  { saveAside, putInPlace, report }: Reindexing,
  now: Date,
): Promise<Outcome<null, { kind: "productRuns" }>> {
  if (await checks.isProductRunning(owner)) return refused({ kind: "productRuns" });
  const next = withNewIndexSecret(ring);
  saveAside(next);
  await owner.query("BEGIN");
  try {
    const rows: Record<string, number> = {};
    await writeIndexes(owner, { from: ring, to: next }, (label, count) => {
      rows[label] = count;
      report(label, count);
    });
    await checks.saveKeyChecks(owner, next);
    await checks.leaveKeyTrail(owner, {
      at: now,
      action: "keys.reindex",
      subjectId: "index",
      detail: rows,
    });
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
  putInPlace();
  return done(null);
}
