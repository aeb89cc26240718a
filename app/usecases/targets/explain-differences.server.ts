import { explainLines } from "~/data/targets/reconciliation-line-store.server";
import { leaveReconciliationTrail } from "~/data/targets/reconciliation-signing-store.server";
import {
  addStep,
  changeContent,
  lockReconciliation,
} from "~/data/targets/reconciliation-store.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { mayExplain } from "~/domain/targets/reconciliation-access";
import type { LineExplanation } from "~/domain/targets/reconciliation-form";
import {
  contentRefusal,
  type AskedReconciliation,
  type ContentRefusal,
} from "~/domain/targets/reconciliation-refusal";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface Explanations {
  readonly lines: readonly LineExplanation[];
  /** For the month as a whole; null leaves it as it is. */
  readonly whole: string | null;
}

/** Either side says why the two differ; answers how much was said anew. */
export function explainDifferences(
  actor: Actor,
  asked: AskedReconciliation,
  { lines, whole }: Explanations,
  now: Date,
): Promise<Outcome<{ readonly written: number }, ContentRefusal>> {
  const today = dayInChina(now);
  const by = { actor, now };
  return inTransaction(actor, async (tx) => {
    const one = await lockReconciliation(tx, actor, asked.id, today);
    if (one === null) return refused({ kind: "notFound" });
    if (!mayExplain(actor, one, today)) return refused({ kind: "forbidden" });
    const obstacle = contentRefusal(one, asked.version);
    if (obstacle !== null) return refused(obstacle);
    const changed = await explainLines(tx, one, lines, by);
    const isWholeNew = whole !== null && whole !== one.explanation;
    const written = changed + (isWholeNew ? 1 : 0);
    if (written === 0) return done({ written });
    await changeContent(tx, one, isWholeNew ? { explanation: whole } : {}, by);
    const reason = isWholeNew ? whole : `${changed} 人`;
    await addStep(tx, one, { kind: "EXPLAINED", reason }, by);
    await leaveReconciliationTrail(tx, one, "reconciliation.explain", by, { rows: written });
    return done({ written });
  });
}
