import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { viewMediaTarget } from "~/data/evidence/media-target-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { takeMedia } from "./media-intake.server";

/** Opened by hand: the page has the form. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const target = await viewMediaTarget(actor, params, dayInChina(now()));
  if (target === null) throw notFound();
  if (!target.mayWrite) throw forbidden();
  return redirect(`/classes/${params["classId"]}/sessions/${params["sessionId"]}/media`);
}

/** The same upload as the page's form, one file at a time by its script, answered for the script. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return Response.json(await takeMedia(actor, params, request, now()));
}
