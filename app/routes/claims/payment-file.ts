import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openClaimFile } from "~/usecases/claims/open-claim-file.server";

/** Accounts in full leave a trail, so the file is asked for by a form and never by an address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/claims/${params["batchId"] ?? ""}/payments`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const which = params["which"];
  if (which !== "sent" && which !== "result") throw notFound();
  const { batchId = "", paymentId = "" } = params;
  const outcome = await openClaimFile(actor, { batchId, paymentId, which }, now());
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  return fileDownload(outcome.value.fileName, outcome.value.bytes);
}
