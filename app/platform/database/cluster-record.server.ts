import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { SYSTEM_DIR } from "./postgres-binaries.server";
import { accountForServer, canReach } from "./server-account.server";

const FILE = "embedded-postgres.json";

const recordSchema = z.object({
  /** Directory of the cluster: PostgreSQL's own data directory. */
  cluster: z.string(),
  /** Port of the last start; 0 before the first. */
  port: z.number().int().min(0).max(65535),
  /** Password of the superuser `postgres`. */
  password: z.string().min(32),
});

/** What a data directory remembers about its PostgreSQL, readable by its owner alone. */
export type ClusterRecord = z.infer<typeof recordSchema>;

/**
 * Reads the record of a data directory, or makes it: the place of the cluster and a random password are settled before
 * anything is created, so a start killed half-way is continued and not begun elsewhere.
 */
export function openClusterRecord(dataDir: string): ClusterRecord {
  const file = path.join(dataDir, FILE);
  if (existsSync(file)) {
    return withClusterMoved(dataDir, recordSchema.parse(JSON.parse(readFileSync(file, "utf8"))));
  }
  const record = {
    cluster: placeForCluster(dataDir),
    port: 0,
    password: randomBytes(24).toString("base64url"),
  };
  saveClusterRecord(dataDir, record);
  return record;
}

/** Replaces the record in one step, so that a crash leaves the old or the new one. */
export function saveClusterRecord(dataDir: string, record: ClusterRecord): void {
  const file = path.join(dataDir, FILE);
  writeFileSync(`${file}.draft`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}

/** A project folder that was moved takes the cluster inside it along. */
function withClusterMoved(dataDir: string, record: ClusterRecord): ClusterRecord {
  const inside = path.join(realpathSync(dataDir), "postgres");
  if (existsSync(record.cluster) || !existsSync(inside)) return record;
  return { ...record, cluster: inside };
}

function placeForCluster(dataDir: string): string {
  const real = realpathSync(dataDir);
  const inside = path.join(real, "postgres");
  if (canReach(accountForServer(inside), real)) return inside;
  mkdirSync(SYSTEM_DIR, { recursive: true, mode: 0o755 });
  // Random too: a data directory that was deleted and made anew has lost the password of the cluster it had.
  const id = createHash("sha256").update(real).digest("hex").slice(0, 16);
  return path.join(SYSTEM_DIR, `${id}-${randomBytes(4).toString("hex")}`);
}
