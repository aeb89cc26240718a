import { countPotUses } from "~/data/funds/fund-entry-store.server";
import { changePot, findPot, leavePotTrail, releaseFromPot } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type VoidPotRefusal =
  | PotRefusal
  | { readonly kind: "changedByOthers" }
  /** What it was carried over from is closed: money given back there could not move any more. */
  | { readonly kind: "sourceClosed" }
  /** Money, claims, steps of closure or carried-over money hang on it. */
  | { readonly kind: "used"; readonly uses: number };

/** Takes a pot set up wrongly out of every sum; carried-over money goes back to where it came from. */
export function voidPot(
  actor: Actor,
  asked: { readonly potId: string; readonly version: number; readonly reason: string },
  now: Date,
): Promise<Outcome<null, VoidPotRefusal>> {
  const { potId, version } = asked;
  return ofStandingPot<null, VoidPotRefusal>(
    actor,
    { potId, needs: "fund.read" },
    now,
    async (tx, pot) => {
      // What was carried over is not the county's to take back into its own hands.
      const needed = pot.carriedFromId === null ? "fund.write" : "fund.release";
      if (!may(actor, needed, pot.regionCode, dayInChina(now))) {
        return refused({ kind: "forbidden" });
      }
      const source = await findPot(tx, pot.carriedFromId ?? "");
      if (source !== null && source.closedAt !== null) return refused({ kind: "sourceClosed" });
      const uses = await countPotUses(tx, pot.id);
      if (uses > 0 || pot.committedFen > 0) return refused({ kind: "used", uses });
      const changed = { voidedAt: now, voidReason: withNumbersMasked(asked.reason) };
      if (!(await changePot(tx, { id: pot.id, version }, changed))) {
        return refused({ kind: "changedByOthers" });
      }
      if (pot.carriedFromId !== null) await releaseFromPot(tx, pot.carriedFromId, pot.amountFen);
      const detail = { reason: changed.voidReason };
      await leavePotTrail(tx, actor, pot, { action: "fund.pot.void", at: now, detail });
      return done(null);
    },
  );
}
