import type pg from "pg";
import * as checks from "~/data/access/key-check-store.server";
import { hasOlderSeals, resealColumns } from "~/data/access/reseal-bulk.server";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { addKey } from "~/platform/crypto/key-rotation.server";

export interface RotationOptions {
  /** The operator says that every process was restarted since the new key was added. */
  readonly hasRestarted: boolean;
  readonly save: (ring: KeyRing) => void;
  readonly report: (label: string, rows: number) => void;
}

/** How far a run came. */
export type Rotation =
  | { kind: "resealed"; key: string }
  | { kind: "restartFirst"; key: string }
  | { kind: "nothingToDo"; key: string };

/**
 * Adds a key, makes it the current one and seals every column anew. A run that was killed is finished
 * by the next one, with the same key. Processes know only the keys they started with: while the
 * product runs, the key is added and the sealing left to a run after the restart.
 */
export async function rotateKeys(
  owner: pg.ClientBase,
  ring: KeyRing,
  options: RotationOptions,
  now: Date,
): Promise<Rotation> {
  const isUnfinished = await hasOlderSeals(owner, ring);
  if (!isUnfinished && options.hasRestarted) return { kind: "nothingToDo", key: ring.current };
  const next = isUnfinished ? ring : addKey(ring);
  const key = next.current;
  if (!isUnfinished) {
    // The file first: a key the database knows of and the file has not would stop the next start.
    options.save(next);
    await checks.saveKeyChecks(owner, next);
    await checks.leaveKeyTrail(owner, { at: now, action: "keys.add", subjectId: key, detail: {} });
  }
  if (!options.hasRestarted && (await checks.isProductRunning(owner))) {
    return { kind: "restartFirst", key };
  }
  const rows: Record<string, number> = {};
  await resealColumns(owner, next, (label, count) => {
    rows[label] = count;
    options.report(label, count);
  });
  await checks.leaveKeyTrail(owner, {
    at: now,
    action: "keys.reseal",
    subjectId: key,
    detail: rows,
  });
  return { kind: "resealed", key };
}
