import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openVerificationFile } from "~/usecases/evidence/open-verification-file.server";

/** The list as it was sent (`list`), or the answer as it came (`result`). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { classId = "", batchId = "", which } = params;
  if (which !== "list" && which !== "result") throw notFound();
  const outcome = await openVerificationFile(actor, { classId, batchId, which }, now());
  if (outcome.ok) return fileDownload(outcome.value.fileName, outcome.value.bytes);
  throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
}
