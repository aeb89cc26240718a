import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import { readsWholeClaim } from "~/domain/claims/reader";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";

/** Whoever is signed in and may do this in some county; the thing itself is asked about afterwards. */
export async function claimActor(request: Request, needs: Action): Promise<Actor> {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, needs, dayInChina(now()))) throw forbidden();
  return actor;
}

/** Whoever reads what lines were judged by in some county: everybody with claims but a district officer. */
export async function wholeClaimReader(request: Request): Promise<Actor> {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!actor.counties.some((code) => readsWholeClaim(actor, code, today))) throw forbidden();
  return actor;
}
