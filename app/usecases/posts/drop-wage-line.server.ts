import { dropLine, findLineToDrop } from "~/data/posts/wage-drop-store.server";
import {
  changeWageSheet,
  ofWageSheet,
  type AskedWageSheet,
  type WageSheetRefusal,
} from "~/data/posts/wage-sheet-change.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { isUuid } from "~/platform/http/list-address.server";

export type DropWageLineRefusal =
  | WageSheetRefusal
  | { readonly kind: "ownWork" }
  | { readonly kind: "lineMissing" }
  | { readonly kind: "reasonMissing" }
  /** The line's money is with the bank, or he has signed: it stands. */
  | { readonly kind: "lineStands" };

/**
 * Takes off an approved sheet somebody who can be paid neither now nor soon, so that the month can be closed for the
 * others; his month may stand on another sheet. The reviewer's step, for it undoes what he passed.
 */
export function dropWageLine(
  actor: Actor,
  asked: AskedWageSheet & { readonly lineId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, DropWageLineRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  const step = { needs: "wage.review", states: ["approved"], now } as const;
  return ofWageSheet<null, DropWageLineRefusal>(actor, asked, step, async (tx, sheet) => {
    if ([sheet.createdBy, sheet.submittedBy].includes(actor.userId)) {
      return refused({ kind: "ownWork" });
    }
    const line = isUuid(asked.lineId) ? await findLineToDrop(tx, sheet.id, asked.lineId) : null;
    if (line === null) return refused({ kind: "lineMissing" });
    if (line.isSent || line.isSigned) return refused({ kind: "lineStands" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    await dropLine(tx, line.id, reason, { userId: actor.userId, now });
    const detail = { person: line.name, reason, outcome: "审核后移出一人" };
    await changeWageSheet(tx, sheet, {}, { actor, now, action: "wage.change", detail });
    return done(null);
  });
}
