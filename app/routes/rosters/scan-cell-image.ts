import type { LoaderFunctionArgs } from "@remix-run/node";
import { INK_ELEMENTS } from "~/domain/evidence/cell-decision";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { pictureResponse } from "~/platform/http/picture-response.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openScan } from "~/usecases/evidence/open-scan-page.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { pageId = "", lineId = "" } = params;
  const element = INK_ELEMENTS.find((one) => one.toLowerCase() === params["element"]);
  if (element === undefined) throw notFound();
  const outcome = await openScan(actor, { pageId, lineId, element }, now());
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  if (outcome.value === null) throw notFound();
  return pictureResponse(outcome.value);
}
