import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now as clockNow } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";

/** The signed-in person with the day of the request, when he administers anything; otherwise 403. */
export async function requireAdministrator(
  request: Request,
  action: Extract<Action, "user.manage" | "organisation.manage">,
): Promise<{ actor: Actor; now: Date; today: string }> {
  const now = clockNow();
  const actor = await requireActor(request, now);
  const today = dayInChina(now);
  if (!mayAnywhere(actor, action, today)) throw forbidden();
  return { actor, now, today };
}
