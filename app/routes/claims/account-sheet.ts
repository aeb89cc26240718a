import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { exportAccountSheet } from "~/usecases/claims/export-account-sheet.server";

/** Names leave the product, so the sheet is asked for by a form and never by an address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/claims/${params["batchId"] ?? ""}/accounts`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const outcome = await exportAccountSheet(actor, params["batchId"] ?? "", now());
  if (outcome.ok) return workbookDownload(outcome.value.fileName, outcome.value.bytes);
  throw outcome.refusal.kind === "forbidden" ? forbidden() : notFound();
}
