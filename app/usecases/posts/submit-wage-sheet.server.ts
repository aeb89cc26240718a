import { draftWages } from "~/data/posts/wage-draft.server";
import { findWageLines, renewPayees } from "~/data/posts/wage-line-store.server";
import {
  changeWageSheet,
  ofWageSheet,
  type AskedWageSheet,
  type WageSheetRefusal,
} from "~/data/posts/wage-sheet-change.server";
import type { Actor } from "~/domain/access/actor";
import { blocksWages, wageFindingText } from "~/domain/posts/wage-findings";
import { isStale } from "~/domain/posts/wage-stale";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type SubmitWagesRefusal =
  | WageSheetRefusal
  | { readonly kind: "empty" }
  /** Names, in the order of the sheet: their days, post or corrections are no longer those of the sheet. */
  | { readonly kind: "stale"; readonly names: readonly string[] }
  /** Money would go to somebody else. */
  | { readonly kind: "blocked"; readonly problems: readonly string[] };

/**
 * Hands the sheet in for review. What it says is worked out once more from attendance, posts and accounts; where it
 * would be another amount, or go to another's account, nothing is handed in.
 */
export function submitWageSheet(
  actor: Actor,
  asked: AskedWageSheet,
  now: Date,
): Promise<Outcome<number, SubmitWagesRefusal>> {
  const step = { needs: "wage.write", states: ["draft", "returned"], now } as const;
  return ofWageSheet<number, SubmitWagesRefusal>(actor, asked, step, async (tx, sheet) => {
    const lines = await findWageLines(tx, sheet.id);
    if (lines.length === 0) return refused({ kind: "empty" });
    const draft = await draftWages(tx, sheet);
    const drawn = new Map(draft.lines.map((line) => [line.appointmentId, line]));
    const stale = lines.filter((line) => isStale(line, drawn.get(line.appointmentId) ?? null));
    if (stale.length > 0) {
      return refused({ kind: "stale", names: stale.map(({ name }) => name) });
    }
    const problems = lines.flatMap(({ appointmentId, name }) =>
      (drawn.get(appointmentId)?.findings ?? [])
        .filter(blocksWages)
        .map((finding) => `${name}：${wageFindingText(finding)}`),
    );
    if (problems.length > 0) return refused({ kind: "blocked", problems });
    await renewPayees(tx, lines, drawn);
    const handedIn = {
      ...{ state: "submitted", submittedBy: actor.userId, submittedByName: actor.name },
      ...{ submittedAt: now, reviewedBy: null, reviewedByName: null, reviewedAt: null },
    };
    const detail = { name: sheet.label, headcount: lines.length };
    await changeWageSheet(tx, sheet, handedIn, { actor, now, action: "wage.submit", detail });
    return done(lines.length);
  });
}
