import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { postFormId } from "~/domain/posts/post-form";
import { dayInChina, now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { makePostForm } from "~/usecases/posts/make-post-form.server";
import { formErrors, readPurpose } from "./form-answer.server";
import { formQuery, readFormAddress } from "./form-address";

/** A download leaves a trail, so it is asked for by a form and never by an address. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const { search } = new URL(request.url);
  return redirect(`/posts/forms/${params["form"] ?? ""}${search}`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const id = postFormId(params["form"]);
  if (id === null) throw notFound();
  const of = readFormAddress(request, dayInChina(now()));
  const purpose = readPurpose(await request.formData());
  const asked = { ...of, form: id, medium: "file" as const, purpose };
  const outcome = await makePostForm(actor, asked, now());
  if (outcome.ok) return workbookDownload(outcome.value.fileName, outcome.value.bytes);
  // Whoever may not, or asks of nothing, is answered by a throw.
  formErrors(outcome.refusal);
  return redirect(`/posts/forms/${id}${formQuery(of)}&refused=purpose`);
}
