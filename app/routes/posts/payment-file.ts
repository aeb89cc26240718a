import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openPaymentFile } from "~/usecases/posts/open-payment-file.server";

/** Accounts in full leave a trail, so the file is asked for by a form and never by an address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/wage-sheets/${params["sheetId"] ?? ""}/payment`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const which = params["which"];
  if (which !== "sent" && which !== "result") throw notFound();
  const { sheetId = "", paymentId = "" } = params;
  const outcome = await openPaymentFile(actor, { sheetId, paymentId, which }, now());
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  return fileDownload(outcome.value.fileName, outcome.value.bytes);
}
