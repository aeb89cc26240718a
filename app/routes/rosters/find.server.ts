import { redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { LOOK_UP_REFUSALS } from "~/domain/people/look-up-limit";
import { readSearched } from "~/domain/rosters/searched-number";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { findLineByNumber, type FindLineRefusal } from "~/usecases/rosters/find-line.server";

/**
 * Answers the posted search box: a name goes into the address, a number becomes the id of a line
 * that carries it. Returns what to say when there is nothing to go to.
 */
export async function find(
  actor: Actor,
  typed: string,
  here: { readonly path: string; readonly rosterId: string | null },
): Promise<Response | string> {
  const searched = readSearched(typed);
  switch (searched.kind) {
    case "name":
      if (searched.text === "") return redirect(here.path);
      return redirect(`${here.path}?${new URLSearchParams({ q: searched.text }).toString()}`);
    case "brokenNumber":
      return "号码不完整或有误：身份证号为 18 位，手机号为 11 位，请核对后重新输入";
    case "idCard":
    case "phone": {
      const outcome = await findLineByNumber(actor, searched, here.rosterId, now());
      if (!outcome.ok) return messageOf(outcome.refusal);
      const hit = outcome.value;
      if (hit === null) {
        return here.rosterId === null ? "您管辖的花名册中没有这个号码" : "本册没有这个号码";
      }
      if (hit.isOneOfMany && here.rosterId === null) {
        return redirect(`/rosters?same=${searched.kind}&as=${hit.lineId}`);
      }
      return redirect(`/rosters/${hit.rosterId}?line=${hit.lineId}`);
    }
  }
}

function messageOf(refusal: FindLineRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "tooMany":
      return LOOK_UP_REFUSALS.tooMany;
  }
}
