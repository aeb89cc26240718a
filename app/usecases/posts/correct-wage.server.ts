import {
  findCorrectedLine,
  saveAdjustment,
  voidAdjustment,
} from "~/data/posts/wage-adjustment-store.server";
import { heldWageSheet, type WageSheetRefusal } from "~/data/posts/wage-sheet-change.server";
import type { WageSheetRecord } from "~/data/posts/wage-sheet-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { judgeCorrection, type CorrectionProblem } from "~/domain/posts/wage-correction";
import { fen, yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

interface AskedLine {
  readonly sheetId: string;
  readonly lineId: string;
  readonly reason: string;
}

export type CorrectWageRefusal =
  | WageSheetRefusal
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "amount"; readonly problem: CorrectionProblem };
export type VoidCorrectionRefusal =
  | WageSheetRefusal
  | { readonly kind: "reasonMissing" }
  /** Voided before, or taken into a sheet. */
  | { readonly kind: "settled" };

const step = (now: Date) => ({ action: "wage.write", states: ["locked"], now }) as const;

/** What a locked month paid too little (above zero) or too much: settled with the post's next wage line. */
export function correctWage(
  actor: Actor,
  asked: AskedLine & { readonly amountFen: Fen },
  now: Date,
): Promise<Outcome<null, CorrectWageRefusal>> {
  const { amountFen } = asked;
  const reason = withNumbersMasked(asked.reason.trim());
  return inTransaction<Outcome<null, CorrectWageRefusal>>(actor, async (tx) => {
    const held = await heldWageSheet(tx, actor, asked.sheetId, step(now));
    if (!held.ok) return held;
    const line = await findCorrectedLine(tx, held.value.id, asked.lineId);
    if (line === null) return refused({ kind: "notFound" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const problem = judgeCorrection(
      { ...line, rateFen: fen(line.rateFen), dueFen: fen(line.dueFen) },
      amountFen,
    );
    if (problem !== null) return refused({ kind: "amount", problem });
    const { countyCode } = held.value;
    await saveAdjustment(tx, line, { countyCode, amountFen, reason }, { ...actor, now });
    const detail = { person: line.name, amount: yuanText(amountFen), reason };
    await leave(tx, actor, held.value, { action: "wage.adjust", now, detail });
    return done(null);
  });
}

/** Takes a correction back while no sheet has it. */
export function voidCorrection(
  actor: Actor,
  asked: AskedLine & { readonly adjustmentId: string },
  now: Date,
): Promise<Outcome<null, VoidCorrectionRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  return inTransaction<Outcome<null, VoidCorrectionRefusal>>(actor, async (tx) => {
    const held = await heldWageSheet(tx, actor, asked.sheetId, step(now));
    if (!held.ok) return held;
    const line = await findCorrectedLine(tx, held.value.id, asked.lineId);
    if (line === null) return refused({ kind: "notFound" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const one = { id: asked.adjustmentId, ofLineId: line.id };
    if (!(await voidAdjustment(tx, one, reason, now))) return refused({ kind: "settled" });
    const detail = { person: line.name, reason };
    await leave(tx, actor, held.value, { action: "wage.voidAdjustment", now, detail });
    return done(null);
  });
}

function leave(
  tx: Tx,
  actor: Actor,
  sheet: WageSheetRecord,
  event: { readonly action: string; readonly now: Date; readonly detail: object },
): Promise<void> {
  return leaveTrail(tx, {
    ...{ at: event.now, actorId: actor.userId, actorName: actor.name, action: event.action },
    ...{ subjectKind: "wageSheet", subjectId: sheet.id, countyCode: sheet.countyCode },
    detail: { name: sheet.label, ...event.detail },
  });
}
