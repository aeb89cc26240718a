import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { evidenceResponse } from "~/platform/http/evidence-response.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openWorkFile } from "~/usecases/employers/open-work-file.server";

/** A proof of a fair, a workshop or a student: pictures are shown, a PDF is a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const outcome = await openWorkFile(actor, params["workFileId"] ?? "", now());
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  const { fileId, fileName, mediaType, bytes } = outcome.value;
  if (!mediaType.startsWith("image/")) return fileDownload(fileName, bytes());
  return evidenceResponse(fileId, mediaType);
}
