import { findEntry, reviewExpenditure } from "~/data/funds/fund-entry-store.server";
import { leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { yuanText } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type ReviewSpendingRefusal =
  | PotRefusal
  /** Whoever entered it does not review it. */
  | { readonly kind: "samePerson" }
  | { readonly kind: "reviewed" | "entryVoided" };

/** Finds an expenditure in order against its voucher. What comes from claims was approved there. */
export function reviewSpending(
  actor: Actor,
  asked: { readonly potId: string; readonly entryId: string },
  now: Date,
): Promise<Outcome<null, ReviewSpendingRefusal>> {
  const { potId, entryId } = asked;
  return ofStandingPot<null, ReviewSpendingRefusal>(
    actor,
    { potId, needs: "fund.review" },
    now,
    async (tx, pot) => {
      const entry = await findEntry(tx, "expenditure", { id: entryId, potId });
      if (entry === null) return refused({ kind: "notFound" });
      if (entry.recordedBy === actor.userId) return refused({ kind: "samePerson" });
      if (entry.isVoided) return refused({ kind: "entryVoided" });
      if (entry.isReviewed || entry.isOfClaims) return refused({ kind: "reviewed" });
      const by = { userId: actor.userId, name: actor.name, now };
      if (!(await reviewExpenditure(tx, entry.id, by))) return refused({ kind: "reviewed" });
      const detail = { amount: yuanText(entry.amountFen) };
      await leavePotTrail(tx, actor, pot, { action: "fund.reviewSpending", at: now, detail });
      return done(null);
    },
  );
}
