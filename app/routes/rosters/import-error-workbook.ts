import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { makeErrorWorkbook } from "~/usecases/rosters/error-workbook.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!isUuid(params.importId)) throw notFound();
  const outcome = await makeErrorWorkbook(actor, params.importId, now());
  if (outcome.ok) return workbookDownload(outcome.value.fileName, outcome.value.bytes);
  throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
}
