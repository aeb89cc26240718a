import { createHash } from "node:crypto";
import { packText, readPack, valuesOfPack, type RulePackFile } from "~/domain/rules/pack";
import { toPackState, type PackState } from "~/domain/rules/pack-state";
import type { ParameterId } from "~/domain/rules/parameter";
import { newId } from "~/platform/id.server";
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
export const packDigest = (pack: RulePackFile): Buffer =>
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

/** The parameters of which the area has a standing value from the very day the pack wants to set. */
export async function valuesInTheWay(tx: Tx, { pack }: PackRecord): Promise<ParameterId[]> {
  const rows = await tx.parameterValue.findMany({
    where: {
      regionCode: pack.regionCode,
      withdrawnAt: null,
      OR: pack.values.map(({ parameter, fromOn }) => ({ parameter, fromOn: new Date(fromOn) })),
    },
    select: { parameter: true },
  });
  const taken = new Set(rows.map(({ parameter }) => parameter));
  return [...new Set(pack.values.map(({ parameter }) => parameter))].filter((id) => taken.has(id));
}

/** Puts the pack's values into the series of its area, in the name of who brought it. */
export async function enforcePack(tx: Tx, record: PackRecord, now: Date): Promise<void> {
  const { id, importedBy, importedByName } = record;
  await tx.parameterValue.createMany({
    data: valuesOfPack(record.pack, id).map(({ fromOn, toOn, ...value }) => ({
      ...{ ...value, id: newId(), fromOn: new Date(fromOn) },
      toOn: toOn === null ? null : new Date(toOn),
      ...{ enteredBy: importedBy, enteredByName: importedByName, enteredAt: now },
    })),
  });
}

/** Takes its values out of force; the rows stay, marked. */
export async function withdrawPackValues(tx: Tx, packId: string, now: Date): Promise<number> {
  const { count } = await tx.parameterValue.updateMany({
    where: { packId, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  return count;
}
