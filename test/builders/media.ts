import { Readable } from "node:stream";
import type { Actor } from "~/domain/access/actor";
import { mediaKindOf } from "~/domain/evidence/media-kind";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { runOneJob } from "~/platform/jobs/job-runner.server";
import { uploadMedia, type ReceivedMedia } from "~/usecases/evidence/upload-media.server";
import { jobHandlers } from "~/usecases/job-handlers.server";
import { makePhoto, type PhotoToMake } from "./phone-photo";

/** Seals the bytes into the store, as the upload form does. */
export async function receivedMedia(bytes: Buffer, fileName = "现场.jpg"): Promise<ReceivedMedia> {
  const media = mediaKindOf(bytes.subarray(0, 64));
  if (typeof media === "string") throw new Error(`not a picture or video: ${media}`);
  const id = newId();
  return { id, fileName, media, ...(await storeFile(id, Readable.from([bytes]), bytes.length)) };
}

/** Uploads pictures to a session through the use case and reads them through the job; answers their ids. */
export async function uploadPhotos(
  actor: Actor,
  sessionId: string,
  photos: readonly Buffer[],
  now: Date,
): Promise<readonly string[]> {
  const files: ReceivedMedia[] = [];
  for (const photo of photos) files.push(await receivedMedia(photo));
  const outcome = await uploadMedia(actor, sessionId, files, now);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`);
  while (await runOneJob(jobHandlers));
  return outcome.value.mediaIds;
}

/** One picture of a seed, taken when and where it is told. */
export async function uploadPhoto(
  actor: Actor,
  sessionId: string,
  photo: PhotoToMake,
  now: Date,
): Promise<string> {
  const [id] = await uploadPhotos(actor, sessionId, [await makePhoto(photo)], now);
  if (id === undefined) throw new Error("the session has this picture already");
  return id;
}
