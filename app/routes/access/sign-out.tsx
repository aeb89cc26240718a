import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/platform/clock.server";
import { clearedSessionCookie, readSessionCookie } from "~/platform/session-cookie.server";
import { signOut } from "~/usecases/access/sign-out.server";

/** An address typed or a link followed changes nothing: only the form signs out. */
export const loader = () => redirect("/");

export async function action({ request }: ActionFunctionArgs) {
  await signOut(readSessionCookie(request), now());
  const headers = new Headers({ "Set-Cookie": clearedSessionCookie() });
  // What the browser holds of these pages goes too (GB/T 22239 8.1.4.9 剩余信息保护).
  headers.set("Clear-Site-Data", '"cache", "storage"');
  return redirect("/sign-in", { headers });
}
