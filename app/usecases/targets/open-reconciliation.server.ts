import { findCounted } from "~/data/targets/counted-persons.server";
import { findPairings } from "~/data/targets/pairings.server";
import { writeList } from "~/data/targets/reconciliation-line-store.server";
import { leaveReconciliationTrail } from "~/data/targets/reconciliation-signing-store.server";
import {
  addStep,
  changeContent,
  findReconciliation,
  saveReconciliation,
  type ReconciledMonth,
} from "~/data/targets/reconciliation-store.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import { hasEnded, isPairedIn, lastDayOfMonth } from "~/domain/targets/reconciliation-month";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type OpenReconciliationRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "monthRunning"; readonly from: string }
  | { readonly kind: "notPaired" }
  | { readonly kind: "duplicate" };

/** The county begins a month that is over, with its own list as the ledger has it now; returns the id. */
export function openReconciliation(
  actor: Actor,
  asked: ReconciledMonth,
  now: Date,
): Promise<Outcome<string, OpenReconciliationRefusal>> {
  const today = dayInChina(now);
  const { month, countyCode, districtCode } = asked;
  const by = { actor, now };
  return inTransaction(actor, async (tx) => {
    if (!mayForPair(actor, "reconciliation.prepare", asked, today)) {
      return refused({ kind: "forbidden" });
    }
    const lastDay = lastDayOfMonth(month);
    if (!hasEnded(month, today)) return refused({ kind: "monthRunning", from: lastDay });
    const days = { from: month, to: lastDay, today };
    const pairings = await findPairings(tx, actor, "reconciliation.prepare", days);
    const isPaired = pairings.some(
      (one) => one.county === countyCode && one.district === districtCode && isPairedIn(one, month),
    );
    if (!isPaired) return refused({ kind: "notPaired" });
    const id = await saveReconciliation(tx, asked, actor, now);
    if (id === null) return refused({ kind: "duplicate" });
    const one = await findReconciliation(tx, actor, id, today);
    if (one === null) throw new Error("a reconciliation just opened is not found");
    await addStep(tx, one, { kind: "OPENED" }, by);
    const people = await findCounted(tx, asked);
    await writeList(tx, one, "COUNTY", { added: people, changed: [], left: [], gone: [] });
    await changeContent(tx, one, { countyFigure: people.length }, by);
    await addStep(tx, one, { kind: "COUNTY_LIST", figure: people.length }, by);
    await leaveReconciliationTrail(tx, one, "reconciliation.open", by, {
      headcount: people.length,
    });
    return done(id);
  });
}
