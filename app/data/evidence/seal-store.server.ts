import { Readable } from "node:stream";
import { z } from "zod";
import { saveStoredFile } from "~/data/files/file-store.server";
import { findEnteredBy, findRoster, type RosterRecord } from "~/data/rosters/roster-store.server";
import type { Actor } from "~/domain/access/actor";
import type { SealHands } from "~/domain/rosters/seal-refusal";
import { readStoredFile, storeFile } from "~/platform/evidence-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

/** Lists grow with lines × sessions; a roster of 2,000 lines stays far below. */
const MOST_MANIFEST_BYTES = 256 * 1024 * 1024;

export interface Seal {
  readonly id: string;
  readonly rosterId: string;
  readonly code: string;
  /** Hexadecimal. */
  readonly digest: string;
  readonly algorithm: string;
  readonly manifestId: string;
  readonly label: string;
  readonly headcount: number;
  readonly evidenceCount: number;
  readonly sealedByName: string;
  readonly sealedAt: Date;
}

/** The roster, held against every other change until the transaction ends; null out of scope. */
export async function lockRosterToSeal(tx: Tx, id: string): Promise<RosterRecord | null> {
  if (!isUuid(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM roster WHERE id = ${id}::uuid FOR UPDATE`;
  return findRoster(tx, id);
}

/** Whose work the roster, its proofs and its results are. */
export async function findSealHands(tx: Tx, roster: RosterRecord): Promise<SealHands> {
  const { id, classId, submittedBy } = roster;
  const recorded = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT recorded_by AS id FROM acknowledgement
      WHERE roster_id = ${id}::uuid AND voided_at IS NULL AND recorded_by IS NOT NULL
    UNION SELECT recorded_by FROM verification WHERE roster_id = ${id}::uuid
    UNION SELECT recorded_by FROM completion_result WHERE roster_id = ${id}::uuid`;
  const { completedBy } = await tx.trainingClass.findUniqueOrThrow({
    where: { id: classId },
    select: { completedBy: true },
  });
  const recordedBy = recorded.map((row) => row.id);
  return { submittedBy, completedBy, recordedBy, enteredBy: await findEnteredBy(tx, roster) };
}

export interface NewSeal {
  readonly manifestId: string;
  readonly bytes: Buffer;
  readonly digest: Buffer;
  readonly code: string;
  readonly algorithm: string;
  readonly evidenceCount: number;
}

/**
 * Keeps the manifest, writes the seal and freezes the roster; the caller holds its lock. The file is
 * there before the rows are: without them it is a sealed file that nothing names.
 */
export async function saveSeal(
  tx: Tx,
  roster: Pick<RosterRecord, "id" | "countyCode" | "label" | "headcount">,
  seal: NewSeal,
  by: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const { actor, now } = by;
  const { manifestId, bytes, digest, ...facts } = seal;
  const stored = await storeFile(manifestId, Readable.from([bytes]), MOST_MANIFEST_BYTES);
  await saveStoredFile(
    tx,
    { id: manifestId, fileName: `${roster.id}.json`, ...stored },
    { countyCode: roster.countyCode, purpose: "seal", actor, now },
  );
  await tx.rosterSeal.create({
    data: {
      ...{ ...facts, manifestId, id: newId(), rosterId: roster.id, countyCode: roster.countyCode },
      ...{ digest: new Uint8Array(digest), label: roster.label, headcount: roster.headcount },
      ...{ sealedBy: actor.userId, sealedByName: actor.name, sealedAt: now },
    },
  });
  await tx.roster.update({
    where: { id: roster.id },
    data: { state: "sealed", updatedAt: now, version: { increment: 1 } },
  });
}

/** The seal of a roster in scope; null while there is none. */
export async function findSeal(tx: Tx, rosterId: string): Promise<Seal | null> {
  const found = await tx.rosterSeal.findUnique({ where: { rosterId } });
  return found && { ...found, digest: Buffer.from(found.digest).toString("hex") };
}

const manifest = z
  .object({ salt: z.string().regex(/^[0-9a-f]{64}$/), algorithm: z.string() })
  .loose();

/**
 * The list as it was sealed.
 * @throws when the stored file does not open, or is no manifest
 */
export async function readManifest(manifestId: string) {
  const bytes = await readStoredFile(manifestId);
  return { bytes, manifest: manifest.parse(JSON.parse(bytes.toString("utf8"))) };
}
