import type { Actor } from "~/domain/access/actor";
import type { Tx } from "~/platform/prisma/client.server";

/** A file whose bytes lie sealed in the evidence store already. */
export interface ReceivedFile {
  readonly id: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: Buffer;
}

export async function saveStoredFile(
  tx: Tx,
  file: ReceivedFile,
  facts: {
    readonly countyCode: string;
    readonly purpose: string;
    readonly actor: Actor;
    readonly now: Date;
  },
): Promise<void> {
  await tx.storedFile.create({
    data: {
      id: file.id,
      countyCode: facts.countyCode,
      purpose: facts.purpose,
      originalName: file.fileName,
      size: BigInt(file.size),
      sha256: new Uint8Array(file.sha256),
      uploadedBy: facts.actor.userId,
      uploadedAt: facts.now,
    },
  });
}
