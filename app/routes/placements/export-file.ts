import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { exportPlacements } from "~/usecases/placements/export-placements.server";
import { readLedgerFilter } from "./ledger-address";

/** An export leaves a trail, so it is asked for by a form and never by an address. */
export function loader() {
  return redirect("/placements/export");
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await request.formData();
  const address = new URLSearchParams();
  for (const [name, value] of form.entries()) {
    if (typeof value === "string") address.set(name, value);
  }
  const numbers = form.get("numbers") === "full" ? "full" : "masked";
  const reason = String(form.get("reason") ?? "").slice(0, 100);
  for (const own of ["numbers", "reason"]) address.delete(own);
  const filter = readLedgerFilter(address, isUuid);
  const outcome = await exportPlacements(actor, { filter, numbers, reason }, now());
  if (outcome.ok) return workbookDownload(outcome.value.fileName, outcome.value.bytes);
  switch (outcome.refusal.kind) {
    case "forbidden":
      throw forbidden();
    case "reasonMissing":
      address.set("refused", "reason");
      break;
    case "removed": // its page says why
      break;
    case "tooMany":
      address.set("refused", "many");
      break;
  }
  return redirect(`/placements/export?${address.toString()}`);
}
