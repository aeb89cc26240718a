import { draftWages } from "~/data/posts/wage-draft.server";
import { findWageLines } from "~/data/posts/wage-line-store.server";
import { wasSent } from "~/data/posts/wage-payment-store.server";
import { dissolveWageRoster, makeWageRoster } from "~/data/posts/wage-roster.server";
import {
  changeWageSheet,
  ofWageSheet,
  type AskedWageSheet,
  type WageSheetRefusal,
} from "~/data/posts/wage-sheet-change.server";
import type { WageSheetRecord } from "~/data/posts/wage-sheet-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { isStale } from "~/domain/posts/wage-stale";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

/** He wrote the sheet or handed it in. */
type OwnWork = { readonly kind: "ownWork" };
export type ApproveWagesRefusal =
  | WageSheetRefusal
  | OwnWork
  /** Since it was handed in they left, or their rate was changed: names, in the order of the sheet. */
  | { readonly kind: "stale"; readonly names: readonly string[] };
export type ReturnWagesRefusal =
  | WageSheetRefusal
  | OwnWork
  | { readonly kind: "reasonMissing" }
  /** After the approval: somebody has signed, or money is on its way. */
  | { readonly kind: "signed" }
  | { readonly kind: "sent" };

/** Passes the sheet: from now on it is signed for, on a roster of its own, and may be paid. */
export function approveWageSheet(
  actor: Actor,
  asked: AskedWageSheet,
  now: Date,
): Promise<Outcome<number, ApproveWagesRefusal>> {
  const step = { needs: "wage.review", states: ["submitted"], now } as const;
  return ofWageSheet<number, ApproveWagesRefusal>(actor, asked, step, async (tx, sheet) => {
    if (isOwnWork(actor, sheet)) return refused({ kind: "ownWork" });
    const lines = await findWageLines(tx, sheet.id);
    const draft = await draftWages(tx, sheet);
    const drawn = new Map(draft.lines.map((line) => [line.appointmentId, line]));
    const stale = lines.filter((line) => isStale(line, drawn.get(line.appointmentId) ?? null));
    if (stale.length > 0) {
      return refused({ kind: "stale", names: stale.map(({ name }) => name) });
    }
    const rosterId = await makeWageRoster(tx, sheet, lines, { userId: actor.userId, now });
    const passed = { ...reviewed(actor, now), state: "approved", rosterId, returnReason: null };
    const detail = { name: sheet.label, headcount: lines.length };
    await changeWageSheet(tx, sheet, passed, { actor, now, action: "wage.approve", detail });
    return done(lines.length);
  });
}

/** Gives the sheet back with a reason; also once it was approved, while nobody has signed and nothing was sent. */
export function returnWageSheet(
  actor: Actor,
  asked: AskedWageSheet & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, ReturnWagesRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  const step = { needs: "wage.review", states: ["submitted", "approved"], now } as const;
  return ofWageSheet<null, ReturnWagesRefusal>(actor, asked, step, async (tx, sheet) => {
    if (isOwnWork(actor, sheet)) return refused({ kind: "ownWork" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (await wasSent(tx, sheet.id)) return refused({ kind: "sent" });
    if (sheet.state === "approved" && sheet.rosterId !== null) {
      const by = { userId: actor.userId, now };
      const answer = await dissolveWageRoster(tx, sheet.rosterId, reason, by);
      if (answer === "signed") return refused({ kind: "signed" });
    }
    const back = { ...reviewed(actor, now), state: "returned", returnReason: reason };
    const detail = { name: sheet.label, reason };
    await changeWageSheet(tx, sheet, back, { actor, now, action: "wage.return", detail });
    return done(null);
  });
}

const isOwnWork = ({ userId }: Actor, { createdBy, submittedBy }: WageSheetRecord) =>
  userId === createdBy || userId === submittedBy;

const reviewed = (actor: Actor, now: Date) => ({
  ...{ reviewedBy: actor.userId, reviewedByName: actor.name, reviewedAt: now },
});
