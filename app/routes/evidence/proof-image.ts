import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { pictureResponse } from "~/platform/http/picture-response.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openProofPicture } from "~/usecases/evidence/open-proof-picture.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const outcome = await openProofPicture(actor, params["acknowledgementId"] ?? "", now());
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  return pictureResponse(outcome.value);
}
