import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { dayInChina, now } from "~/platform/clock.server";
import { workbookDownload } from "~/platform/http/download.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { exportPosts } from "~/usecases/posts/export-posts.server";
import { boardHref, readBoardFilter } from "./board-address";

/** An export leaves a trail, so it is asked for by a form and never by an address. */
export function loader() {
  return redirect("/posts/export");
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await request.formData();
  const address = new URLSearchParams();
  for (const [name, value] of form.entries()) {
    if (typeof value === "string") address.set(name, value);
  }
  const numbers = form.get("numbers") === "full" ? "full" : "masked";
  const reason = String(form.get("reason") ?? "").slice(0, 100);
  const at = now();
  // The form carries the year that its page showed.
  const filter = readBoardFilter(address, Number(dayInChina(at).slice(0, 4)), isUuid);
  const again = (refused: string) =>
    // The year stands in the address, or else the state does.
    redirect(`${boardHref(filter, "/posts/export")}&refused=${refused}`);
  const outcome = await exportPosts(actor, { filter, numbers, reason }, at);
  if (outcome.ok) return workbookDownload(outcome.value.fileName, outcome.value.bytes);
  switch (outcome.refusal.kind) {
    case "forbidden":
      throw forbidden();
    case "reasonMissing":
      return again("reason");
    case "tooMany":
      return again("many");
  }
}
