import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { toOwnPath } from "~/platform/http/own-path.server";
import { changeTextSize } from "~/usecases/access/change-text-size.server";
import { requireActor } from "~/usecases/access/require-actor.server";

export const loader = () => redirect("/account");

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await request.formData();
  await changeTextSize(actor, form.get("textSize") === "large" ? "large" : "normal");
  return redirect(toOwnPath(String(form.get("returnTo") ?? "")) ?? "/account");
}
