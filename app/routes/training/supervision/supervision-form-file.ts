import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { makeSupervisionForm } from "~/usecases/evidence/make-supervision-form.server";

/** A download leaves a trail, so it is asked for by a form and never by an address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/classes/${params["classId"] ?? ""}/supervision/form`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const typed = String((await request.formData()).get("record") ?? "");
  const recordId = typed === "" ? null : typed;
  const asked = { classId: params["classId"] ?? "", recordId, as: "export" } as const;
  const outcome = await makeSupervisionForm(actor, asked, now());
  if (outcome.ok) return workbookDownload(outcome.value.fileName, outcome.value.bytes());
  throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
}
