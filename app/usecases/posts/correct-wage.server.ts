import {
  findCorrectedLine,
  leaveCorrectionTrail,
  saveAdjustment,
} from "~/data/posts/wage-adjustment-store.server";
import { hasNoMonthLeft } from "~/data/posts/correction-settling-store.server";
import { heldWageSheet, type WageSheetRefusal } from "~/data/posts/wage-sheet-change.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { judgeCorrection, type CorrectionProblem } from "~/domain/posts/wage-correction";
import { yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CorrectWageRefusal =
  | WageSheetRefusal
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "amount"; readonly problem: CorrectionProblem };

export interface AskedCorrection {
  readonly sheetId: string;
  readonly lineId: string;
  /** Above zero is paid on top, below zero is kept back. */
  readonly amountFen: Fen;
  readonly reason: string;
}

/**
 * What a locked month paid too little or too much: settled with the post's next wage line. `hasEnded`: there is none to
 * come, and what is owed has to be paid back.
 */
export function correctWage(
  actor: Actor,
  asked: AskedCorrection,
  now: Date,
): Promise<Outcome<{ readonly hasEnded: boolean }, CorrectWageRefusal>> {
  const { amountFen } = asked;
  const reason = withNumbersMasked(asked.reason.trim());
  const step = { needs: "wage.write", states: ["locked"], now } as const;
  return inTransaction<Outcome<{ hasEnded: boolean }, CorrectWageRefusal>>(actor, async (tx) => {
    const held = await heldWageSheet(tx, actor, asked.sheetId, step);
    if (!held.ok) return held;
    const line = await findCorrectedLine(tx, held.value.id, asked.lineId);
    if (line === null) return refused({ kind: "notFound" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const problem = judgeCorrection(line, amountFen);
    if (problem !== null) return refused({ kind: "amount", problem });
    const { countyCode } = held.value;
    await saveAdjustment(tx, line, { countyCode, amountFen, reason }, { ...actor, now });
    const detail = { person: line.name, amount: yuanText(amountFen), reason };
    await leaveCorrectionTrail(tx, actor, held.value, { action: "wage.adjust", now, detail });
    return done({ hasEnded: await hasNoMonthLeft(tx, line) });
  });
}
