import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** An empty folder for one embedded server, which may run as another account and must pass through. */
export function makeServerDir(): string {
  const dir = mkdtempSync(path.join(tmpdir(), "labour-test-"));
  chmodSync(dir, 0o711);
  return dir;
}
