import { createReadStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import type { SealedStore } from "~/platform/evidence-store-driver.server";

/** Files in a folder of this machine, spread over 256 by the end of their ids. */
export function diskStore(dir: string): SealedStore {
  const pathOf = (id: string) => path.join(dir, id.slice(-2), id);
  return {
    asideOf: (id) => `${pathOf(id)}.part`,
    take: (id, aside) => rename(aside, pathOf(id)),
    read: (id) => createReadStream(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}
