import { releaseAttempts } from "~/data/posts/wage-attempt-store.server";
import { findWageLines } from "~/data/posts/wage-line-store.server";
import {
  changeWageSheet,
  ofWageSheet,
  type AskedWageSheet,
  type WageSheetRefusal,
} from "~/data/posts/wage-sheet-change.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type ReleaseAccountRefusal =
  | WageSheetRefusal
  | { readonly kind: "ownWork" | "lineMissing" | "reasonMissing" }
  /** The bank has refused nothing of it, or it was released before. */
  | { readonly kind: "notRefused" };

/** Lets money go again to a number that the bank refused for a line: the bank itself may have been at fault. */
export function releaseAccount(
  actor: Actor,
  asked: AskedWageSheet & { readonly lineId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, ReleaseAccountRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  const step = { needs: "wage.review", states: ["approved"], now } as const;
  return ofWageSheet<null, ReleaseAccountRefusal>(actor, asked, step, async (tx, sheet) => {
    if ([sheet.createdBy, sheet.submittedBy].includes(actor.userId)) {
      return refused({ kind: "ownWork" });
    }
    const line = (await findWageLines(tx, sheet.id)).find(({ id }) => id === asked.lineId);
    if (line === undefined) return refused({ kind: "lineMissing" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const by = { userId: actor.userId, name: actor.name, now };
    const freed = await releaseAttempts(tx, line.id, reason, by);
    if (freed === 0) return refused({ kind: "notRefused" });
    const detail = { person: line.name, reason };
    await changeWageSheet(tx, sheet, {}, { actor, now, action: "wage.release", detail });
    return done(null);
  });
}
