import {
  findEntry,
  voidEntry as markVoid,
  type EntryKind,
} from "~/data/funds/fund-entry-store.server";
import { datedMoney } from "~/data/funds/pot-checks.server";
import { leavePotTrail, releaseFromPot } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { shortWithout, type DayBalance } from "~/domain/funds/running-balance";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { yuanText } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type VoidEntryRefusal =
  | PotRefusal
  | { readonly kind: "entryVoided" }
  /** It is a payment of claims; what is wrong with it is clawed back there. */
  | { readonly kind: "ofClaims" }
  /** Of a receipt: less would have come than is spent or carried over, on that day. */
  | { readonly kind: "moneyGone"; readonly balance: DayBalance };

/** Takes a receipt, an expenditure or a figure of progress out of every sum, with the reason. */
export function voidEntry(
  actor: Actor,
  asked: {
    readonly potId: string;
    readonly kind: EntryKind;
    readonly entryId: string;
    readonly reason: string;
  },
  now: Date,
): Promise<Outcome<null, VoidEntryRefusal>> {
  const { potId, kind, entryId } = asked;
  const needs = kind === "progress" ? "fund.manage" : "fund.write";
  return ofStandingPot<null, VoidEntryRefusal>(actor, { potId, needs }, now, async (tx, pot) => {
    const entry = await findEntry(tx, kind, { id: entryId, potId });
    if (entry === null) return refused({ kind: "notFound" });
    if (entry.isVoided) return refused({ kind: "entryVoided" });
    if (entry.isOfClaims) return refused({ kind: "ofClaims" });
    if (kind === "receipt") {
      const receipt = { receivedOn: entry.on, amountFen: entry.amountFen };
      const balance = shortWithout(await datedMoney(tx, pot), receipt);
      if (balance !== null) return refused({ kind: "moneyGone", balance });
    }
    const reason = withNumbersMasked(asked.reason);
    if (!(await markVoid(tx, kind, entry.id, { reason, now }))) {
      return refused({ kind: "entryVoided" });
    }
    if (kind === "expenditure") await releaseFromPot(tx, pot.id, entry.amountFen);
    const detail = { reason, amount: yuanText(entry.amountFen) };
    await leavePotTrail(tx, actor, pot, { action: "fund.void", at: now, detail });
    return done(null);
  });
}
