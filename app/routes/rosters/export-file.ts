import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { exportRoster } from "~/usecases/rosters/export-roster.server";

/** An export leaves a trail, so it is asked for by a form and never by an address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/rosters/${params["rosterId"] ?? ""}/export`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const rosterId = params["rosterId"] ?? "";
  const form = await request.formData();
  const numbers = form.get("numbers") === "full" ? "full" : "masked";
  const reason = String(form.get("reason") ?? "").slice(0, 100);
  const outcome = await exportRoster(actor, { rosterId, numbers, reason }, now());
  if (outcome.ok) return workbookDownload(outcome.value.fileName, outcome.value.bytes);
  switch (outcome.refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "reasonMissing":
      return redirect(`/rosters/${rosterId}/export?refused=reason`);
  }
}
