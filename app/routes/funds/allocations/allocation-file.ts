import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { exportAllocation } from "~/usecases/funds/allocation-file.server";

/** A table in the form of the template. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "allocation.read", dayInChina(now()))) throw forbidden();
  const workbook = await exportAllocation(actor, params["tableId"] ?? "");
  if (workbook === null) throw notFound();
  return workbookDownload(workbook.fileName, workbook.bytes);
}
