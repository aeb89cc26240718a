import { createHash } from "node:crypto";
import { packText, readPack, type RulePackFile } from "~/domain/rules/pack";
import { toPackState, type PackState } from "~/domain/rules/pack-state";
import type { Tx } from "~/platform/prisma/client.server";

export interface PackRecord {
  readonly id: string;
  readonly regionCode: string;
  readonly state: PackState;
  readonly importedBy: string;
  readonly importedByName: string;
  readonly version: number;
  readonly pack: RulePackFile;
}

/** Null outside the transaction's scope: the area and those above and below it. */
export async function findPack(tx: Tx, id: string): Promise<PackRecord | null> {
  const row = await tx.rulePack.findUnique({
    where: { id },
    select: {
      ...{ id: true, regionCode: true, state: true, importedBy: true, importedByName: true },
      ...{ version: true, content: true },
    },
  });
  if (row === null) return null;
  const { content, state, ...facts } = row;
  return { ...facts, state: toPackState(state), pack: packOf(content) };
}

/** Content as it is kept; throws when a later edition no longer knows it. */
export function packOf(content: unknown): RulePackFile {
  const read = readPack(JSON.stringify(content));
  if (!read.ok) throw new Error(`a stored rule pack does not read: ${read.problems[0]?.message}`);
  return read.pack;
}

/** SHA-256 of the pack's canonical text. */
const packDigest = (pack: RulePackFile): Buffer =>
  createHash("sha256").update(packText(pack)).digest();

/** Whether the same file already waits or is in force in its area. */
export async function packStands(tx: Tx, pack: RulePackFile): Promise<boolean> {
  const { regionCode } = pack;
  const state = { in: ["imported", "signedOff"] };
  const where = { regionCode, sha256: new Uint8Array(packDigest(pack)), state };
  return (await tx.rulePack.count({ where })) > 0;
}

interface Hand {
  readonly userId: string;
  readonly name: string;
  readonly now: Date;
}

export async function savePack(tx: Tx, id: string, pack: RulePackFile, by: Hand): Promise<void> {
  const { name, edition, regionCode, issuer, documentNumber, issuedOn } = pack;
  await tx.rulePack.create({
    data: {
      ...{ id, regionCode, name, edition, issuer, documentNumber, state: "imported" },
      issuedOn: new Date(issuedOn),
      content: JSON.parse(packText(pack)) as object,
      sha256: new Uint8Array(packDigest(pack)),
      ...{ importedBy: by.userId, importedByName: by.name, importedAt: by.now },
    },
  });
}

/** False when somebody else changed it since it was read. */
export async function decidePack(
  tx: Tx,
  { id, version }: Pick<PackRecord, "id" | "version">,
  decision: { readonly state: "signedOff" | "refused"; readonly reason: string } & Hand,
): Promise<boolean> {
  const { count } = await tx.rulePack.updateMany({
    where: { id, version, state: "imported" },
    data: {
      ...{ state: decision.state, decision: decision.reason, version: { increment: 1 } },
      ...{ decidedBy: decision.userId, decidedByName: decision.name, decidedAt: decision.now },
    },
  });
  return count === 1;
}

/** False when somebody else changed it since it was read. */
export async function takePackBack(
  tx: Tx,
  { id, version }: Pick<PackRecord, "id" | "version">,
  why: { readonly reason: string } & Hand,
): Promise<boolean> {
  const { count } = await tx.rulePack.updateMany({
    where: { id, version, state: { in: ["imported", "signedOff"] } },
    data: {
      ...{ state: "withdrawn", withdrawReason: why.reason, version: { increment: 1 } },
      ...{ withdrawnBy: why.userId, withdrawnByName: why.name, withdrawnAt: why.now },
    },
  });
  return count === 1;
}
