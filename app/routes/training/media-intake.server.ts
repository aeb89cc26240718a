import { viewMediaTarget } from "~/data/evidence/media-target-view.server";
import type { Actor } from "~/domain/access/actor";
import { MEDIA_REFUSALS } from "~/domain/evidence/media-refusal";
import { dayInChina } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  discardMedia,
  receiveMedia,
  type ReceivedMediaForm,
} from "~/platform/http/receive-media.server";
import { uploadMedia, type UploadMediaRefusal } from "~/usecases/evidence/upload-media.server";

/** What became of an upload, for the page and for its script. */
export interface MediaAnswer {
  readonly taken: number;
  /** One sentence for each file that was not taken. */
  readonly refused: readonly string[];
}

interface Where {
  readonly classId?: string;
  readonly sessionId?: string;
}

/** Takes photographs and videos of a form; asks whether the sender may before a byte of them is read. */
export async function takeMedia(actor: Actor, where: Where, request: Request, now: Date) {
  const target = await viewMediaTarget(actor, where, dayInChina(now));
  if (target === null || where.sessionId === undefined) throw notFound();
  if (!target.mayWrite) throw forbidden();
  const closed = target.isSealed ? "sealed" : target.isCancelled ? "cancelled" : null;
  if (closed !== null) return { taken: 0, refused: [CLOSED[closed]] };
  return save(actor, where.sessionId, await receiveMedia(request), now);
}

async function save(
  actor: Actor,
  sessionId: string,
  form: ReceivedMediaForm,
  now: Date,
): Promise<MediaAnswer> {
  const refused = form.refused.map((one) => sentence(one.fileName, MEDIA_REFUSALS[one.refusal]));
  if (form.files.length === 0) {
    return { taken: 0, refused: refused.length > 0 ? refused : ["请选择要上传的照片或视频"] };
  }
  const outcome = await uploadMedia(actor, sessionId, form.files, now).catch(async (error) => {
    await discardMedia(form.files);
    throw error;
  });
  if (!outcome.ok) {
    await discardMedia(form.files);
    return { taken: 0, refused: [...refused, messageOf(outcome.refusal)] };
  }
  const { mediaIds, same } = outcome.value;
  await discardMedia(same);
  const twice = same.map(({ fileName }) => sentence(fileName, MEDIA_REFUSALS.same));
  return { taken: mediaIds.length, refused: [...refused, ...twice] };
}

const CLOSED = {
  sealed: "本班花名册已封存，影像不能再增加",
  cancelled: "这次课已取消，不能上传影像",
} as const;

function messageOf(refusal: UploadMediaRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
    case "cancelled":
      return CLOSED[refusal.kind];
  }
}

function sentence(fileName: string, message: string): string {
  return `${fileName}：${message}`;
}
