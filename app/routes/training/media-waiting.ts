import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { viewWaitingMedia } from "~/data/evidence/media-gallery-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";

/** How many pictures of the class are still being read; a number, no picture. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const on = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], on);
  if (head === null) throw notFound();
  if (!may(actor, "media.read", head.countyCode, on)) throw forbidden();
  return Response.json({ waiting: await viewWaitingMedia(actor, head.id) });
}
