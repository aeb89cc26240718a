import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { classFormId } from "~/domain/training/class-form";
import { now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { makeClassForm } from "~/usecases/training/make-class-form.server";
import { formErrors, readFormRequest } from "./form-answer.server";

/** A download leaves a trail, so it is asked for by a form and never by an address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(pageOf(params));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const id = classFormId(params["form"]);
  if (id === null) throw notFound();
  const values = readFormRequest(await request.formData());
  const asked = { classId: params["classId"] ?? "", form: id, medium: "file" as const };
  const outcome = await makeClassForm(actor, { ...asked, ...values }, now());
  if (outcome.ok) return workbookDownload(outcome.value.fileName, outcome.value.bytes);
  const [field] = Object.keys(formErrors(outcome.refusal));
  return redirect(
    `${pageOf(params)}?refused=${field === "which" ? "whichMissing" : "purposeMissing"}`,
  );
}

function pageOf(params: LoaderFunctionArgs["params"]): string {
  return `/classes/${params["classId"] ?? ""}/forms/${params["form"] ?? ""}`;
}
