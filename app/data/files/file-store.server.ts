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
    /** Who is answerable for it: the user, or who gave the signing link away. */
    readonly actor: Pick<Actor, "userId">;
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
