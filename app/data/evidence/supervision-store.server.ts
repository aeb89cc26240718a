import type { SupervisionParty, SupervisionWay } from "~/domain/evidence/supervision";
import type { AskedTrainee } from "~/domain/evidence/supervision-form";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface NewSupervision {
  readonly classId: string;
  readonly countyCode: string;
  readonly sessionId: string | null;
  readonly party: SupervisionParty;
  readonly way: SupervisionWay;
  /** `YYYY-MM-DD` */
  readonly heldOn: string;
  readonly outsideReason: string;
  readonly headcountSeen: number | null;
  readonly observations: string;
  readonly problems: string;
  readonly advice: string;
  readonly sampleSeed: string;
  readonly signedBy: string;
  readonly signerName: string;
  readonly signerOffice: string;
  readonly signedAt: Date;
  readonly inkFileId: string | null;
  readonly paperFileId: string | null;
}

/** Saves the record with whom was asked; answers its id. */
export async function saveSupervision(
  tx: Tx,
  record: NewSupervision,
  asked: readonly AskedTrainee[],
): Promise<string> {
  const id = newId();
  await tx.supervisionRecord.create({
    data: { ...record, id, heldOn: new Date(record.heldOn) },
  });
  await tx.spotCheckPerson.createMany({
    data: asked.map((person) => ({ ...person, recordId: id, countyCode: record.countyCode })),
  });
  return id;
}

export interface SupervisionSession {
  readonly heldOn: string;
}

/** A session of the class that was not cancelled, or null. */
export async function findHeldSession(
  tx: Tx,
  classId: string,
  sessionId: string,
): Promise<SupervisionSession | null> {
  if (!isUuid(sessionId)) return null;
  const found = await tx.classSession.findFirst({
    where: { id: sessionId, classId, cancelledAt: null },
    select: { heldOn: true },
  });
  return found === null ? null : { heldOn: found.heldOn.toISOString().slice(0, 10) };
}

/** The parties a person has signed for in the class by records that stand. */
export async function partiesSignedFor(
  tx: Tx,
  classId: string,
  userId: string,
): Promise<readonly string[]> {
  const rows = await tx.supervisionRecord.findMany({
    where: { classId, signedBy: userId, voidedAt: null },
    select: { party: true },
    distinct: ["party"],
  });
  return rows.map(({ party }) => party);
}

export interface SignedSupervision {
  readonly id: string;
  readonly classId: string;
  readonly countyCode: string;
  readonly signedBy: string;
  readonly isVoided: boolean;
  readonly inkFileId: string | null;
  readonly paperFileId: string | null;
}

/** A record of the class; null out of scope. */
export async function findSupervision(
  tx: Tx,
  classId: string,
  id: string,
): Promise<SignedSupervision | null> {
  if (!isUuid(id) || !isUuid(classId)) return null;
  const found = await tx.supervisionRecord.findFirst({
    where: { id, classId },
    select: {
      ...{ id: true, classId: true, countyCode: true, signedBy: true, voidedAt: true },
      ...{ inkFileId: true, paperFileId: true },
    },
  });
  if (found === null) return null;
  const { voidedAt, ...record } = found;
  return { ...record, isVoided: voidedAt !== null };
}

/** False when it did not stand any more. */
export async function voidSupervisionRecord(
  tx: Tx,
  id: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.supervisionRecord.updateMany({
    where: { id, voidedAt: null },
    data: { voidedAt: now, voidReason: reason },
  });
  return count === 1;
}
