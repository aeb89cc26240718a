import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openOriginal } from "~/usecases/rosters/original-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!isUuid(params.importId)) throw notFound();
  const outcome = await openOriginal(actor, params.importId, now());
  if (outcome.ok) return fileDownload(outcome.value.fileName, outcome.value.bytes);
  throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
}
