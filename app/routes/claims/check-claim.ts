import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { claimActor } from "./claim-actor.server";

/** A check leaves a run and a trail, so it is asked for by a form and never by an address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/claims/${params["batchId"] ?? ""}`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await claimActor(request, "claim.check");
  const id = params["batchId"];
  if (!isUuid(id)) throw notFound();
  const outcome = await checkClaim(actor, id, now());
  if (!outcome.ok) {
    if (outcome.refusal.kind === "notFound") throw notFound();
    if (outcome.refusal.kind === "forbidden") throw forbidden();
    return redirect(`/claims/${id}`); // taken back: its page says so
  }
  const isSame = outcome.value.difference?.length === 0;
  return redirect(`/claims/${id}?done=${isSame ? "same" : "check"}`);
}
