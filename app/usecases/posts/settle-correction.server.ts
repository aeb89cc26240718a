import { holdOpenCorrection, markReturned } from "~/data/posts/correction-settling-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, yuanText } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SettleCorrectionRefusal = {
  readonly kind:
    /** Also one that is settled or taken back. */
    | "notFound"
    | "forbidden"
    /** It is to be paid on top: nothing comes back. */
    | "notOwed"
    | "dayMissing"
    /** Before the month it corrects, or still to come. */
    | "dayWrong"
    | "noteMissing";
};

/** The person paid back himself what no later month of the post is left to keep back: finance has the money. */
export function settleCorrection(
  actor: Actor,
  asked: {
    readonly adjustmentId: string;
    readonly returnedOn: CalendarDate | null;
    readonly note: string;
  },
  now: Date,
): Promise<Outcome<null, SettleCorrectionRefusal>> {
  const today = dayInChina(now);
  const note = withNumbersMasked(asked.note.trim());
  return inTransaction<Outcome<null, SettleCorrectionRefusal>>(actor, async (tx) => {
    const one = await holdOpenCorrection(tx, asked.adjustmentId);
    if (one === null || !may(actor, "post.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "wage.pay", one.countyCode, today)) return refused({ kind: "forbidden" });
    if (one.amountFen >= 0) return refused({ kind: "notOwed" });
    const { returnedOn } = asked;
    if (returnedOn === null) return refused({ kind: "dayMissing" });
    if (returnedOn < one.ofMonth || returnedOn > today) return refused({ kind: "dayWrong" });
    if (note === "") return refused({ kind: "noteMissing" });
    const by = { userId: actor.userId, name: actor.name, now };
    await markReturned(tx, one.id, { on: returnedOn, note }, by);
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "wage.returned" },
      ...{ subjectKind: "wageSheet", subjectId: one.sheetId, countyCode: one.countyCode },
      detail: {
        ...{ person: one.name, amount: yuanText(fen(-one.amountFen)), reason: note },
      },
    });
    return done(null);
  });
}
