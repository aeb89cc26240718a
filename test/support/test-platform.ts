import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { createKeyRing } from "~/platform/crypto/key-ring.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { createTestDatabase, type TestDatabase } from "#test/support/test-database";

export interface TestPlatform extends TestDatabase {
  /** The superuser's connection: prepares and inspects past every wall. */
  readonly owner: pg.Client;
}

/** The product's platform over a database, keys and a file store of this test file's own. */
export async function openTestPlatform(): Promise<TestPlatform> {
  const database = await createTestDatabase("template_reference");
  const filesDir = await mkdtemp(path.join(tmpdir(), "labour-files-"));
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  openPlatform({ appUrl: database.appUrl, keyRing: createKeyRing("intl"), filesDir, poolSize: 4 });
  return {
    ...database,
    owner,
    close: async () => {
      await closePlatform();
      await owner.end();
      await database.close();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}
