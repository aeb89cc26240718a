import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { fileDownload } from "~/platform/http/download.server";
import { notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openDocument } from "~/usecases/training/class-document.server";

/** A paper of a class, as a download and never shown as a page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = { classId: params["classId"] ?? "", documentId: params["documentId"] ?? "" };
  const outcome = await openDocument(actor, asked, now());
  if (!outcome.ok) throw notFound();
  return fileDownload(outcome.value.fileName, outcome.value.bytes);
}
