import { findLines, writeList } from "~/data/targets/reconciliation-line-store.server";
import { leaveReconciliationTrail } from "~/data/targets/reconciliation-signing-store.server";
import {
  addStep,
  changeContent,
  lockReconciliation,
} from "~/data/targets/reconciliation-store.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import { layOver } from "~/domain/targets/reconciliation-lists";
import {
  contentRefusal,
  type AskedReconciliation,
  type ContentRefusal,
} from "~/domain/targets/reconciliation-refusal";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** The district states its number without a list; a list given before is given up with it. */
export function enterDistrictFigure(
  actor: Actor,
  asked: AskedReconciliation,
  figure: number,
  now: Date,
): Promise<Outcome<null, ContentRefusal>> {
  const today = dayInChina(now);
  const by = { actor, now };
  return inTransaction(actor, async (tx) => {
    const one = await lockReconciliation(tx, actor, asked.id, today);
    if (one === null) return refused({ kind: "notFound" });
    if (!mayForPair(actor, "reconciliation.signDistrict", one, today)) {
      return refused({ kind: "forbidden" });
    }
    const obstacle = contentRefusal(one, asked.version);
    if (obstacle !== null) return refused(obstacle);
    if (one.districtFigureKind === "typed" && one.districtFigure === figure) return done(null);
    const lines = await findLines(tx, one, "DISTRICT");
    await writeList(tx, one, "DISTRICT", layOver(lines, "DISTRICT", []));
    // What was said about another difference says nothing about this one.
    const change = {
      districtFigure: figure,
      districtFigureKind: "typed",
      explanation: "",
    } as const;
    await changeContent(tx, one, change, by);
    await addStep(tx, one, { kind: "DISTRICT_FIGURE", figure }, by);
    await leaveReconciliationTrail(tx, one, "reconciliation.enterFigure", by, {
      ...{ headcount: figure, before: one.districtFigure },
    });
    return done(null);
  });
}
