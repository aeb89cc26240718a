import { Readable } from "node:stream";
import { leavePackTrail, ofPack, type PackRefusal } from "~/data/rules/of-pack.server";
import type { Actor } from "~/domain/access/actor";
import { packText } from "~/domain/rules/pack";
import { done, type Outcome } from "~/domain/shared/outcome";

export interface PackDownload {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The pack's file, for whoever reads standards in its area. */
export function exportPack(
  actor: Actor,
  packId: string,
  now: Date,
): Promise<Outcome<PackDownload, PackRefusal>> {
  return ofPack<PackDownload, PackRefusal>(actor, { packId, version: 0 }, now, async (tx, one) => {
    const { name, edition } = one.pack;
    await leavePackTrail(tx, actor, one, { action: "pack.export", at: now });
    return done({
      fileName: `${name} ${edition}.json`,
      bytes: Readable.from([Buffer.from(packText(one.pack))]),
    });
  });
}
