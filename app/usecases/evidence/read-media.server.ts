import { Readable } from "node:stream";
import {
  flagLikenesses,
  markReady,
  markUnreadable,
  type DerivedFile,
  type MediaReading,
} from "~/data/evidence/media-reading-store.server";
import { findMedia, isClassSealed, type MediaRecord } from "~/data/evidence/media-store.server";
import { now as clockNow } from "~/platform/clock.server";
import {
  readStoredFile,
  readStoredStream,
  removeStoredFile,
  storeFile,
} from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { readFilm } from "~/platform/image/read-film.server";
import { PhotoUnreadable, readPhoto } from "~/platform/image/read-photo.server";
import { JobRefused, type JobHandler } from "~/platform/jobs/job-runner.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

const UNEXPECTED = "读取时出现意外问题，请重新上传原件";

/**
 * Reads an uploaded picture or video: size, time, place, a view and a thumbnail without the camera's
 * notes, and what else looks like it. What cannot be read stays, and says why.
 */
export const readMedia: JobHandler = async (job) => {
  const scope = { userId: job.createdBy, counties: [job.countyCode] };
  const item = await inTransaction(scope, (tx) => findMedia(tx, job.subjectId));
  if (item === null || item.state !== "waiting") return;
  const reading = await readingOf(item).catch(async (error: unknown) => {
    const isItsOwnFault = error instanceof PhotoUnreadable;
    const problem = isItsOwnFault ? error.message : UNEXPECTED;
    // Nobody asks for a job again: an item that waited for ever would hold up the seal.
    await inTransaction(scope, (tx) => markUnreadable(tx, item.id, problem));
    throw isItsOwnFault ? new JobRefused(problem) : error;
  });
  const isKept = await inTransaction(scope, async (tx) => {
    if (await isClassSealed(tx, item.classId)) return false;
    const at = clockNow();
    if (!(await markReady(tx, item, reading, at))) return false;
    await flagLikenesses(tx, item.id, at);
    return true;
  });
  if (!isKept) await discard(reading);
};

async function readingOf(item: MediaRecord): Promise<MediaReading> {
  return item.kind === "photo" ? photoOf(item) : filmOf(item);
}

async function photoOf(item: MediaRecord): Promise<MediaReading> {
  const { width, height, notes, hashes, ...made } = await readPhoto(
    await readStoredFile(item.fileId),
  );
  return {
    ...{ width, height, durationMs: null },
    capturedAt: notes?.capturedAt ?? null,
    position: notes?.position ?? null,
    device: notes?.device ?? "",
    hasNotes: notes !== null,
    perceptualHash: hashes.whole,
    croppedHashes: hashes.cropped,
    view: await keep(made.view),
    thumbnail: await keep(made.thumbnail),
  };
}

/** Nothing here decodes a film: its own head tells how long it is and when it was made. */
async function filmOf(item: MediaRecord): Promise<MediaReading> {
  const isMp4 = item.mimeType === "video/mp4";
  const film = isMp4 ? await readFilm(readStoredStream(item.fileId)) : null;
  if (isMp4 && film === null) throw new PhotoUnreadable("视频不完整或已损坏，请重新上传原视频");
  return {
    ...{ width: null, height: null, position: null, device: "", hasNotes: true },
    ...{ perceptualHash: null, croppedHashes: [], view: null, thumbnail: null },
    durationMs: film?.durationMs ?? null,
    capturedAt: film?.capturedAt ?? null,
  };
}

async function keep(bytes: Buffer): Promise<DerivedFile> {
  const id = newId();
  return { id, ...(await storeFile(id, Readable.from([bytes]), bytes.length)) };
}

async function discard({ view, thumbnail }: MediaReading): Promise<void> {
  for (const file of [view, thumbnail]) if (file !== null) await removeStoredFile(file.id);
}
