import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findPlacement, type PlacementRecord } from "./placement-store.server";

export type StandingRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "changedByOthers" };

/** A line as the form showed it. */
export interface AskedPlacement {
  readonly placementId: string;
  readonly version: number;
}

/** The line that stands at the version that the form showed, held, when the actor may write it. */
export async function standingPlacement(
  tx: Tx,
  actor: Actor,
  asked: AskedPlacement,
  on: string,
): Promise<Outcome<PlacementRecord, StandingRefusal>> {
  const one = await findPlacement(tx, asked.placementId);
  if (one === null || !may(actor, "placement.read", one.countyCode, on)) {
    return refused({ kind: "notFound" });
  }
  if (!may(actor, "placement.write", one.countyCode, on)) return refused({ kind: "forbidden" });
  if (one.isRemoved) return refused({ kind: "removed" });
  return one.version === asked.version ? done(one) : refused({ kind: "changedByOthers" });
}

/** Works on such a line in a transaction of its own. */
export function ofStanding<Refusal>(
  actor: Actor,
  asked: AskedPlacement,
  now: Date,
  work: (tx: Tx, one: PlacementRecord) => Promise<Outcome<null, Refusal>>,
): Promise<Outcome<null, Refusal | StandingRefusal>> {
  return inTransaction(actor, async (tx) => {
    const found = await standingPlacement(tx, actor, asked, dayInChina(now));
    return found.ok ? work(tx, found.value) : found;
  });
}
