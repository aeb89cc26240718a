import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { exportMissing } from "~/usecases/evidence/export-missing.server";

/** The list of what a class still lacks, as a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const at = now();
  const head = await viewClassHead(actor, params["classId"], dayInChina(at));
  if (head === null || head.roster === null) throw notFound();
  const outcome = await exportMissing(actor, head.roster.id, at);
  if (!outcome.ok) throw outcome.refusal.kind === "forbidden" ? forbidden() : notFound();
  return workbookDownload(outcome.value.fileName, outcome.value.bytes);
}
