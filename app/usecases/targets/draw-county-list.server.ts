import { findCounted } from "~/data/targets/counted-persons.server";
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
import { hasChanges, layOver } from "~/domain/targets/reconciliation-lists";
import {
  contentRefusal,
  type AskedReconciliation,
  type ContentRefusal,
} from "~/domain/targets/reconciliation-refusal";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** How many persons the new list has more and less than the one before. */
export interface DrawnList {
  readonly figure: number;
  readonly added: number;
  readonly gone: number;
  readonly isChanged: boolean;
}

/**
 * Takes the county's list from the ledger anew. Nothing is written, and no signature falls, when the ledger still says
 * what it said.
 */
export function drawCountyList(
  actor: Actor,
  asked: AskedReconciliation,
  now: Date,
): Promise<Outcome<DrawnList, ContentRefusal>> {
  const today = dayInChina(now);
  const by = { actor, now };
  return inTransaction(actor, async (tx) => {
    const one = await lockReconciliation(tx, actor, asked.id, today);
    if (one === null) return refused({ kind: "notFound" });
    if (!mayForPair(actor, "reconciliation.prepare", one, today)) {
      return refused({ kind: "forbidden" });
    }
    const obstacle = contentRefusal(one, asked.version);
    if (obstacle !== null) return refused(obstacle);
    const people = await findCounted(tx, one);
    const lines = await findLines(tx, one, "COUNTY");
    const changes = layOver(lines, "COUNTY", people);
    const figure = people.length;
    const before = lines.filter(({ side }) => side !== "DISTRICT").length;
    const gone = changes.left.length + changes.gone.length;
    const isChanged = hasChanges(changes) || one.countyFigure !== figure;
    const drawn = { figure, gone, added: figure - (before - gone), isChanged };
    if (!isChanged) return done(drawn);
    await writeList(tx, one, "COUNTY", changes);
    await changeContent(tx, one, { countyFigure: figure }, by);
    await addStep(tx, one, { kind: "COUNTY_LIST", figure }, by);
    await leaveReconciliationTrail(tx, one, "reconciliation.draw", by, {
      ...{ headcount: figure, before: one.countyFigure },
    });
    return done(drawn);
  });
}
