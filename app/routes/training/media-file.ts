import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { evidenceResponse } from "~/platform/http/evidence-response.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openMedia, openOriginal } from "~/usecases/evidence/open-media.server";

/** The picture as pages show it, or the video; with `original` the file as it was sent, as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const isOriginal = new URL(request.url).searchParams.get("original") === "1";
  const which = isOriginal ? "original" : "view";
  const outcome = await openMedia(actor, params["mediaId"] ?? "", which, now());
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  const { fileId, fileName, mimeType, size } = outcome.value;
  if (isOriginal) return fileDownload(fileName, openOriginal(outcome.value));
  const range = mimeType.startsWith("video/") ? request.headers.get("Range") : undefined;
  return evidenceResponse(fileId, mimeType, BigInt(size), range);
}
