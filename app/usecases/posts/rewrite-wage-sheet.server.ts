import { holdMonth } from "~/data/posts/new-wage-sheet-store.server";
import { draftWages } from "~/data/posts/wage-draft.server";
import {
  findWageLines,
  takeAllOff,
  takeLineOff,
  writeDrawnLines,
} from "~/data/posts/wage-line-store.server";
import {
  changeWageSheet,
  ofWageSheet,
  type AskedWageSheet,
  type WageSheetRefusal,
} from "~/data/posts/wage-sheet-change.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { WageSheetState } from "~/domain/posts/wage";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type RewriteWagesRefusal =
  WageSheetRefusal | { readonly kind: "reasonMissing" } | { readonly kind: "lineMissing" };

const OPEN: readonly WageSheetState[] = ["draft", "returned"];
const writing = (now: Date) => ({ needs: "wage.write", states: OPEN, now }) as const;

/** Draws the sheet anew from attendance, posts, accounts and corrections as they are now. */
export function redrawWageSheet(
  actor: Actor,
  asked: AskedWageSheet,
  now: Date,
): Promise<Outcome<number, RewriteWagesRefusal>> {
  return ofWageSheet<number, RewriteWagesRefusal>(actor, asked, writing(now), async (tx, sheet) => {
    await holdMonth(tx, sheet.countyCode, sheet.month);
    const { lines } = await draftWages(tx, sheet);
    await writeDrawnLines(tx, sheet, lines, now);
    const detail = { headcount: lines.length, outcome: "按考勤重新生成" };
    await changeWageSheet(tx, sheet, {}, { actor, now, action: "wage.change", detail });
    return done(lines.length);
  });
}

/** Takes one person off the sheet for good; his month may stand on another. */
export function takeOffWageSheet(
  actor: Actor,
  asked: AskedWageSheet & { readonly lineId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, RewriteWagesRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  return ofWageSheet<null, RewriteWagesRefusal>(actor, asked, writing(now), async (tx, sheet) => {
    const lines = await findWageLines(tx, sheet.id);
    const line = lines.find(({ id }) => id === asked.lineId);
    if (line === undefined) return refused({ kind: "lineMissing" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    await takeLineOff(tx, { id: line.id, sheetId: sheet.id }, reason, now);
    const detail = { person: line.name, reason, outcome: "移出一人" };
    await changeWageSheet(tx, sheet, {}, { actor, now, action: "wage.change", detail });
    return done(null);
  });
}

/** Takes a sheet that is not handed in out of the month; its people can be drawn onto another. */
export function removeWageSheet(
  actor: Actor,
  asked: AskedWageSheet & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, RewriteWagesRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  return ofWageSheet<null, RewriteWagesRefusal>(actor, asked, writing(now), async (tx, sheet) => {
    if (reason === "") return refused({ kind: "reasonMissing" });
    await takeAllOff(tx, sheet.id, reason, now);
    const gone = { removedAt: now, removedReason: reason };
    const detail = { name: sheet.label, reason };
    await changeWageSheet(tx, sheet, gone, { actor, now, action: "wage.remove", detail });
    return done(null);
  });
}
