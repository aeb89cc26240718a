import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewPotHead, type PotHead } from "~/data/funds/pot-head-view.server";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may, mayAnywhere } from "~/domain/access/policy";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";

export interface PotVisitor {
  readonly actor: Actor;
  readonly head: PotHead;
  readonly today: CalendarDate;
}

type Asked = Pick<LoaderFunctionArgs, "request" | "params">;

/** Who asks for a page of a pot, when he may do this there. */
export async function potVisitor(
  { request, params }: Asked,
  needs: Action = "fund.read",
): Promise<PotVisitor> {
  return visitPot(await requireActor(request), params["potId"] ?? "", needs);
}

/** The pot as the actor sees it, when he may do this there; who may nowhere is told so before it is looked for. */
export async function visitPot(actor: Actor, potId: string, needs: Action): Promise<PotVisitor> {
  const today = dayInChina(now());
  if (!mayAnywhere(actor, needs, today)) throw forbidden();
  const head = await viewPotHead(actor, potId, today);
  if (head === null) throw notFound();
  if (!may(actor, needs, head.regionCode, today)) throw forbidden();
  return { actor, head, today };
}
