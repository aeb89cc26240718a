import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { evidenceResponse } from "~/platform/http/evidence-response.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { evidenceBytes, openEvidence } from "~/usecases/placements/open-evidence.server";

/** A picture is shown; a PDF is kept, as nothing that could run is shown inside the product. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const outcome = await openEvidence(actor, params["evidenceId"] ?? "", now());
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  const { fileId, fileName, mediaType } = outcome.value;
  if (mediaType === "application/pdf") return fileDownload(fileName, evidenceBytes(outcome.value));
  return evidenceResponse(fileId, mediaType);
}
