import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { evidenceResponse } from "~/platform/http/evidence-response.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openSupervisionPicture } from "~/usecases/evidence/open-supervision-picture.server";

/** The signature under a record, as a picture in its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { classId = "", recordId = "" } = params;
  const outcome = await openSupervisionPicture(actor, { classId, recordId }, now());
  if (outcome.ok) return evidenceResponse(outcome.value.fileId, outcome.value.mimeType);
  throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
}
