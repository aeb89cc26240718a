import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { exportPack } from "~/usecases/rules/export-pack.server";

/** An export leaves a trail, so it is asked for by a form and never by an address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/rule-packs/${params["packId"] ?? ""}`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "parameter.read", dayInChina(now()))) throw forbidden();
  const outcome = await exportPack(actor, params["packId"] ?? "", now());
  if (!outcome.ok) throw outcome.refusal.kind === "forbidden" ? forbidden() : notFound();
  return fileDownload(outcome.value.fileName, outcome.value.bytes);
}
