import {
  findCorrectedLine,
  findOpenAdjustment,
  leaveCorrectionTrail,
  voidAdjustment,
} from "~/data/posts/wage-adjustment-store.server";
import { heldWageSheet, type WageSheetRefusal } from "~/data/posts/wage-sheet-change.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { judgeCorrection, type CorrectionProblem } from "~/domain/posts/wage-correction";
import { fen, yuanText } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type VoidCorrectionRefusal =
  | WageSheetRefusal
  | { readonly kind: "reasonMissing" }
  /** Voided before, or taken into a sheet. */
  | { readonly kind: "settled" }
  /** Without it the others would take the month below nothing, or beyond the rate. */
  | { readonly kind: "amount"; readonly problem: CorrectionProblem };

export interface AskedVoiding {
  readonly sheetId: string;
  readonly lineId: string;
  readonly adjustmentId: string;
  readonly reason: string;
}

/** Takes a correction back while no sheet has it. */
export function voidCorrection(
  actor: Actor,
  asked: AskedVoiding,
  now: Date,
): Promise<Outcome<null, VoidCorrectionRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  const step = { needs: "wage.write", states: ["locked"], now } as const;
  return inTransaction<Outcome<null, VoidCorrectionRefusal>>(actor, async (tx) => {
    const held = await heldWageSheet(tx, actor, asked.sheetId, step);
    if (!held.ok) return held;
    const line = await findCorrectedLine(tx, held.value.id, asked.lineId);
    if (line === null) return refused({ kind: "notFound" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const open = await findOpenAdjustment(tx, { id: asked.adjustmentId, ofLineId: line.id });
    if (open === null) return refused({ kind: "settled" });
    const problem = judgeCorrection(line, fen(-open.amountFen));
    if (problem !== null) return refused({ kind: "amount", problem });
    if (!(await voidAdjustment(tx, open.id, reason, now))) return refused({ kind: "settled" });
    const detail = { person: line.name, amount: yuanText(open.amountFen), reason };
    await leaveCorrectionTrail(tx, actor, held.value, {
      ...{ action: "wage.voidAdjustment", now, detail },
    });
    return done(null);
  });
}
