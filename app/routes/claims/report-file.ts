import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { writtenRun } from "~/domain/claims/run-address";
import { now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { exportReport } from "~/usecases/claims/export-report.server";
import { claimActor } from "./claim-actor.server";

/** An export leaves a trail, so it is asked for by a form and never by an address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/claims/${params["batchId"] ?? ""}/report`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await claimActor(request, "claim.export");
  const batchId = params["batchId"];
  if (!isUuid(batchId)) throw notFound();
  const typed = (await request.formData()).get("run");
  const run = writtenRun(typeof typed === "string" ? typed : null);
  const outcome = await exportReport(actor, { batchId, run }, now());
  if (outcome.ok) return workbookDownload(outcome.value.fileName, outcome.value.bytes);
  throw outcome.refusal.kind === "forbidden" ? forbidden() : notFound();
}
