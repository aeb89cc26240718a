import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { evidenceResponse } from "~/platform/http/evidence-response.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openMedia } from "~/usecases/evidence/open-media.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const outcome = await openMedia(actor, params["mediaId"] ?? "", "thumbnail", now());
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  const { fileId, mimeType, size } = outcome.value;
  return evidenceResponse(fileId, mimeType, BigInt(size));
}
