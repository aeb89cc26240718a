import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { pictureResponse } from "~/platform/http/picture-response.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openScan } from "~/usecases/evidence/open-scan-page.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { rosterId = "", pageId = "" } = params;
  const outcome = await openScan(actor, { rosterId, pageId }, now());
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  if (outcome.value === null) throw notFound();
  return pictureResponse(outcome.value);
}
