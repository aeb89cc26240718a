import type { AcceptedMedia, MediaKind } from "~/domain/evidence/media-kind";
import type { RosterState } from "~/domain/rosters/roster";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

/** What a picture or video is taken in for. */
export interface MediaTarget {
  readonly sessionId: string;
  readonly classId: string;
  readonly countyCode: string;
  readonly isCancelled: boolean;
  readonly isSealed: boolean;
}

/** The session, locked so that the same file sent twice at once is seen; null out of scope. */
export async function lockSession(tx: Tx, sessionId: string): Promise<MediaTarget | null> {
  if (!isUuid(sessionId)) return null;
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM class_session WHERE id = ${sessionId}::uuid FOR UPDATE`;
  if (locked.length === 0) return null;
  const session = await tx.classSession.findUniqueOrThrow({
    where: { id: sessionId },
    select: { classId: true, countyCode: true, cancelledAt: true },
  });
  const { classId, countyCode, cancelledAt } = session;
  const isSealed = await isClassSealed(tx, classId);
  return { sessionId, classId, countyCode, isCancelled: cancelledAt !== null, isSealed };
}

export async function isClassSealed(tx: Tx, classId: string): Promise<boolean> {
  const roster = await tx.roster.findUnique({ where: { classId }, select: { state: true } });
  return (roster?.state as RosterState | undefined) === "sealed";
}

/** Whether the session already has these bytes, in an item that was not set aside. */
export async function hasSameFile(tx: Tx, sessionId: string, sha256: Buffer): Promise<boolean> {
  const same = await tx.mediaItem.findFirst({
    where: { sessionId, sha256: new Uint8Array(sha256), setAsideAt: null },
    select: { id: true },
  });
  return same !== null;
}

export interface NewMedia extends AcceptedMedia {
  readonly target: MediaTarget;
  readonly fileId: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: Buffer;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

/** Saves the item as one that waits for the worker; answers its id. */
export async function saveMedia(tx: Tx, media: NewMedia): Promise<string> {
  const id = newId();
  const { target, size, sha256, ...row } = media;
  const { sessionId, classId, countyCode } = target;
  await tx.mediaItem.create({
    data: {
      ...{ id, sessionId, classId, countyCode, ...row },
      state: "waiting",
      size: BigInt(size),
      sha256: new Uint8Array(sha256),
    },
  });
  return id;
}

/** One item as the use cases need it. */
export interface MediaRecord {
  readonly id: string;
  readonly classId: string;
  readonly sessionId: string;
  readonly countyCode: string;
  readonly fileId: string;
  readonly viewId: string | null;
  readonly thumbnailId: string | null;
  readonly kind: MediaKind;
  readonly mimeType: string;
  readonly state: string;
  readonly size: bigint;
  readonly setAsideAt: Date | null;
  readonly uploadedBy: string;
}

export async function findMedia(tx: Tx, id: string): Promise<MediaRecord | null> {
  if (!isUuid(id)) return null;
  const found = await tx.mediaItem.findUnique({
    where: { id },
    select: {
      ...{ id: true, classId: true, sessionId: true, countyCode: true, fileId: true },
      ...{ viewId: true, thumbnailId: true, kind: true, mimeType: true, state: true, size: true },
      ...{ setAsideAt: true, uploadedBy: true },
    },
  });
  return found === null ? null : { ...found, kind: found.kind as MediaKind };
}

/** False when somebody set it aside before. */
export async function setAside(tx: Tx, id: string, reason: string, now: Date): Promise<boolean> {
  const { count } = await tx.mediaItem.updateMany({
    where: { id, setAsideAt: null },
    data: { setAsideAt: now, setAsideReason: reason },
  });
  return count === 1;
}
