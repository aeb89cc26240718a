import type { ReceivedFile } from "~/data/files/file-store.server";
import { saveReceipt, type ReceiptFacts } from "~/data/funds/fund-entry-store.server";
import { isVoucherKnown, roomForReceipts } from "~/data/funds/pot-checks.server";
import { leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type ReceiveRefusal =
  | PotRefusal
  /** Dated after today, received before the letter, or under a voucher entered already. */
  | { readonly kind: "future" | "beforeLetter" | "voucherKnown" }
  /** More than was allocated; `leftFen` has not come. */
  | { readonly kind: "beyondAllocated"; readonly leftFen: Fen };

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
    { potId, needs: "fund.write" },
    now,
    async (tx, pot) => {
      const { receivedOn, amountFen } = facts;
      const letter = facts.letterReceivedOn ?? pot.letterReceivedOn;
      if (receivedOn > dayInChina(now)) return refused({ kind: "future" });
      if (letter !== null && receivedOn < letter) return refused({ kind: "beforeLetter" });
      if (await isVoucherKnown(tx, "receipt", { potId, voucherNo: facts.voucherNo })) {
        return refused({ kind: "voucherKnown" });
      }
      const leftFen = await roomForReceipts(tx, pot);
      if (amountFen > leftFen) return refused({ kind: "beyondAllocated", leftFen });
      const by = { userId: actor.userId, name: actor.name, now };
      const id = await saveReceipt(tx, pot, facts, file, by);
      const detail = { amount: yuanText(amountFen) };
      await leavePotTrail(tx, actor, pot, { action: "fund.receive", at: now, detail });
      return done(id);
    },
  );
}
