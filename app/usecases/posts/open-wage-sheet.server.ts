import { createWageSheet, holdMonth } from "~/data/posts/new-wage-sheet-store.server";
import { draftWages } from "~/data/posts/wage-draft.server";
import { writeDrawnLines } from "~/data/posts/wage-line-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type OpenWageSheetRefusal =
  | { readonly kind: "forbidden" }
  /** Nobody can be paid: each is left out for a reason of his own. */
  | { readonly kind: "nobody"; readonly leftOut: number };

export interface AskedNewSheet {
  readonly countyCode: string;
  /** First day of the month. */
  readonly month: CalendarDate;
  /** Empty for all. */
  readonly township: string;
  readonly fundSource: string;
}

/** Draws a new sheet from the attendance of the month; answers its id. Two at once never pay one post twice. */
export function openWageSheet(
  actor: Actor,
  asked: AskedNewSheet,
  now: Date,
): Promise<Outcome<string, OpenWageSheetRefusal>> {
  const { countyCode, month } = asked;
  const by = { userId: actor.userId, name: actor.name, now };
  return inTransaction(actor, async (tx) => {
    if (!may(actor, "wage.write", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    await holdMonth(tx, countyCode, month);
    const { lines, leftOut } = await draftWages(tx, { ...asked, id: null });
    if (lines.length === 0) return refused({ kind: "nobody", leftOut: leftOut.length });
    const { id, label } = await createWageSheet(tx, asked, by);
    await writeDrawnLines(tx, { id, countyCode, month }, lines, now);
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "wage.open" },
      ...{ subjectKind: "wageSheet", subjectId: id, countyCode },
      detail: { name: label, headcount: lines.length, leftOut: leftOut.length },
    });
    return done(id);
  });
}
