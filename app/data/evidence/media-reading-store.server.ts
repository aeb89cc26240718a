import { LIKENESS_BITS } from "~/domain/evidence/media-likeness";
import type { Position } from "~/domain/evidence/media-place";
import type { StoredBytes } from "~/platform/evidence-store.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { MediaRecord } from "./media-store.server";

/** What the worker read from a picture or video. */
export interface MediaReading {
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  readonly capturedAt: Date | null;
  readonly position: Position | null;
  readonly device: string;
  /** False: the camera's notes are missing. */
  readonly hasNotes: boolean;
  readonly perceptualHash: bigint | null;
  readonly croppedHashes: readonly bigint[];
  readonly view: DerivedFile | null;
  readonly thumbnail: DerivedFile | null;
}

/** A file made from the original; its bytes lie in the evidence store. */
export interface DerivedFile extends StoredBytes {
  readonly id: string;
}

/** Makes the waiting item ready; false when it does not wait any more. */
export async function markReady(
  tx: Tx,
  item: MediaRecord,
  reading: MediaReading,
  now: Date,
): Promise<boolean> {
  const { view, thumbnail, position, hasNotes, croppedHashes, ...facts } = reading;
  const { count } = await tx.mediaItem.updateMany({
    where: { id: item.id, state: "waiting" },
    data: {
      ...facts,
      state: "ready",
      latitude: position?.latitude ?? null,
      longitude: position?.longitude ?? null,
      croppedHashes: [...croppedHashes],
      findings: hasNotes ? [] : ["noNotes"],
      viewId: view?.id ?? null,
      thumbnailId: thumbnail?.id ?? null,
    },
  });
  if (count === 0) return false;
  await saveDerived(tx, item, "mediaView", view, now);
  await saveDerived(tx, item, "mediaThumbnail", thumbnail, now);
  return true;
}

export async function markUnreadable(tx: Tx, id: string, problem: string): Promise<void> {
  await tx.mediaItem.updateMany({
    where: { id, state: "waiting" },
    data: { state: "unreadable", problem },
  });
}

/** Flags both sides of every picture in the country that is the same or nearly the same. */
export async function flagLikenesses(tx: Tx, mediaId: string, now: Date): Promise<void> {
  await tx.$queryRaw`SELECT find_media_likenesses(${mediaId}::uuid, ${LIKENESS_BITS}, ${now})`;
}

async function saveDerived(
  tx: Tx,
  item: MediaRecord,
  purpose: string,
  file: DerivedFile | null,
  now: Date,
): Promise<void> {
  if (file === null) return;
  await tx.storedFile.create({
    data: {
      id: file.id,
      countyCode: item.countyCode,
      purpose,
      originalName: "",
      size: BigInt(file.size),
      sha256: new Uint8Array(file.sha256),
      uploadedBy: item.uploadedBy,
      uploadedAt: now,
    },
  });
}
