import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { clawbackFileBytes, openClawbackFile } from "~/usecases/claims/open-clawback-file.server";

/** A voucher is fetched, never shown inside the product. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const outcome = await openClawbackFile(actor, params["clawbackId"] ?? "", now());
  if (outcome.ok) return fileDownload(outcome.value.fileName, clawbackFileBytes(outcome.value));
  throw outcome.refusal.kind === "forbidden" ? forbidden() : notFound();
}
