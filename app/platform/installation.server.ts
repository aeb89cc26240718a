import path from "node:path";
import pg from "pg";
import { openDatabase, type OpenDatabase } from "~/platform/database/open-database.server";
import { assertKeysMatch, loadKeyRing } from "~/platform/crypto/key-ring-file.server";
import type { S3Options } from "~/platform/evidence-store-s3.server";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import type { Env } from "~/platform/env.server";

export interface Installation extends OpenDatabase {
  readonly keyRing: KeyRing;
  readonly filesDir: string;
  readonly s3: S3Options | null;
}

export function keyRingPath(env: Env): string {
  return path.join(env.DATA_DIR, "keys", "key-ring.json");
}

export function filesDir(env: Env): string {
  return path.join(env.DATA_DIR, "files");
}

/** The storage service for sealed files, if one is set; readEnv has seen to it that all of it is. */
export function s3Options(env: Env): S3Options | null {
  const { EVIDENCE_S3_ENDPOINT: endpoint, EVIDENCE_S3_BUCKET: bucket } = env;
  const accessKeyId = env.EVIDENCE_S3_ACCESS_KEY_ID;
  const secretAccessKey = env.EVIDENCE_S3_SECRET_ACCESS_KEY;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return null;
  return { endpoint, bucket, accessKeyId, secretAccessKey, region: env.EVIDENCE_S3_REGION };
}

/**
 * Opens the database and the keys of this installation and makes sure that they belong together.
 * @throws KeyRingProblem when the keys are missing, or not those the database's data is sealed with
 */
export async function openInstallation(env: Env): Promise<Installation> {
  const database = await openDatabase(env);
  try {
    const keyRing = await withOwner(database.ownerUrl, (owner) => matchingKeys(env, owner));
    return { ...database, keyRing, filesDir: filesDir(env), s3: s3Options(env) };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** One connection as the owner, whom row-level security does not bind: start-up and scripts only. */
export async function withOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function matchingKeys(env: Env, owner: pg.Client): Promise<KeyRing> {
  await owner.query("BEGIN");
  const { rows } = await owner.query<{ recorded: Record<string, string> }>(
    "SELECT key_checks AS recorded FROM installation FOR UPDATE",
  );
  const recorded = rows[0]?.recorded ?? {};
  const ring = loadKeyRing({
    path: keyRingPath(env),
    env: env.KEY_RING,
    profile: env.CRYPTO_PROFILE,
    mayCreate: Object.keys(recorded).length === 0,
  });
  assertKeysMatch(ring, recorded);
  await owner.query("UPDATE installation SET key_checks = $1", [
    JSON.stringify(ring.checkValues()),
  ]);
  await owner.query("COMMIT");
  return ring;
}
