import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { TrailEntry } from "~/domain/trail/trail-event";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { APP_ROLE } from "~/platform/database/app-role.server";

/** The proofs of the keys this database's data is sealed with. */
export async function findKeyChecks(owner: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ checks: Record<string, string> }>(
    "SELECT key_checks AS checks FROM installation",
  );
  return rows[0]?.checks ?? {};
}

export async function saveKeyChecks(owner: pg.ClientBase, ring: KeyRing): Promise<void> {
  const checks = JSON.stringify(ring.checkValues());
  await owner.query("UPDATE installation SET key_checks = $1", [checks]);
}

/** Whether the product is running on this database: its processes know only the keys they started with. */
export async function isProductRunning(owner: pg.ClientBase): Promise<boolean> {
  // A connection that was just closed is listed a moment longer.
  for (let look = 0; look < 5; look += 1) {
    const { rowCount } = await owner.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = $1 LIMIT 1",
      [APP_ROLE],
    );
    if (rowCount === 0) return false;
    await sleep(100);
  }
  return true;
}

/** The trail of what is done to the keys from the machine itself. */
export async function leaveKeyTrail(
  owner: pg.ClientBase,
  entry: Pick<TrailEntry, "at" | "action" | "subjectId" | "detail">,
): Promise<void> {
  await owner.query("SELECT leave_trail($1, NULL, $2, $3, 'keyRing', $4, NULL, $5)", [
    entry.at,
    "服务器上的命令",
    entry.action,
    entry.subjectId,
    JSON.stringify(entry.detail),
  ]);
}
