import type { ReceivedFile } from "~/data/files/file-store.server";
import { saveReceipt, type ReceiptFacts } from "~/data/funds/fund-entry-store.server";
import { leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { yuanText } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

/** Dated after today, or received before the letter. */
export type ReceiveRefusal = PotRefusal | { readonly kind: "future" | "beforeLetter" };

/** Enters money that reached the pot, also a locked one; answers the receipt's id. */
export function receiveFunds(
  actor: Actor,
  asked: {
    readonly potId: string;
    readonly facts: ReceiptFacts;
    readonly file: ReceivedFile | null;
  },
  now: Date,
): Promise<Outcome<string, ReceiveRefusal>> {
  const { potId, file } = asked;
  const facts = { ...asked.facts, note: withNumbersMasked(asked.facts.note) };
  return ofStandingPot<string, ReceiveRefusal>(
    actor,
    { potId, action: "fund.write" },
    now,
    async (tx, pot) => {
      const { receivedOn, letterReceivedOn, amountFen } = facts;
      if (receivedOn > dayInChina(now)) return refused({ kind: "future" });
      if (letterReceivedOn !== null && receivedOn < letterReceivedOn) {
        return refused({ kind: "beforeLetter" });
      }
      const by = { userId: actor.userId, name: actor.name, now };
      const id = await saveReceipt(tx, pot, facts, file, by);
      const detail = { amount: yuanText(amountFen) };
      await leavePotTrail(tx, actor, pot, { action: "fund.receive", at: now, detail });
      return done(id);
    },
  );
}
