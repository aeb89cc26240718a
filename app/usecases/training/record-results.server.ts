import { findStandingLines } from "~/data/training/attendance-store.server";
import {
  findResults,
  saveResults,
  type StoredResult,
} from "~/data/training/completion-store.server";
import { leaveClassTrail, lockClass } from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { whyNotWritten, type ClassWritingRefusal } from "~/domain/training/class-writing";
import { sharedCertificates, type ResultForm } from "~/domain/training/completion";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RecordResultsRefusal =
  | ClassWritingRefusal
  | { readonly kind: "notFound" }
  | { readonly kind: "nothing" }
  | { readonly kind: "issuedInFuture"; readonly lineIds: readonly string[] }
  | { readonly kind: "sharedCertificate"; readonly shared: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: "changedByOthers"; readonly lineIds: readonly string[] };

/** Writes the results and certificates that differ from what stands; all of the form or none of it. */
export function recordResults(
  actor: Actor,
  asked: { readonly classId: string; readonly rows: readonly ResultForm[] },
  now: Date,
): Promise<Outcome<{ readonly saved: number }, RecordResultsRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await lockClass(tx, asked.classId);
    if (one === null) return refused({ kind: "notFound" });
    const why = whyNotWritten(actor, one, today);
    if (why !== null) return refused(why);
    const { rosterId, countyCode } = one;
    if (rosterId === null) return refused({ kind: "nothing" });
    const lines = new Set((await findStandingLines(tx, rosterId)).map(({ id }) => id));
    const stored = await findResults(tx, rosterId);
    const rows = asked.rows.filter(
      (row) => lines.has(row.lineId) && differs(stored.get(row.lineId), row),
    );
    if (rows.length === 0) return refused({ kind: "nothing" });
    const stale = rows.filter((row) => row.version !== (stored.get(row.lineId)?.version ?? 0));
    if (stale.length > 0) return refused({ kind: "changedByOthers", lineIds: idsOf(stale) });
    const early = rows.filter(({ issuedOn }) => issuedOn !== null && issuedOn > today);
    if (early.length > 0) return refused({ kind: "issuedInFuture", lineIds: idsOf(early) });
    const after = new Map([...stored].filter(([lineId]) => lines.has(lineId)));
    for (const row of rows) after.set(row.lineId, row);
    const shared = sharedCertificates([...after.values()]);
    if (shared.size > 0) return refused({ kind: "sharedCertificate", shared });
    await saveResults(tx, { rosterId, countyCode, by: actor.userId, at: now }, rows);
    const changes = rows.map((row) => ({ ...masked(row), before: masked(stored.get(row.lineId)) }));
    await leaveClassTrail(tx, actor, one, {
      action: "class.results",
      at: now,
      detail: { headcount: rows.length, changes },
    });
    return done({ saved: rows.length });
  });
}

function idsOf(rows: readonly ResultForm[]): readonly string[] {
  return rows.map(({ lineId }) => lineId);
}

/** A certificate may carry the ID number as its own, and the trail keeps none in full. */
function masked<T extends { readonly certificateNo: string }>(row: T | undefined): T | null {
  if (row === undefined) return null;
  return { ...row, certificateNo: withNumbersMasked(row.certificateNo) };
}

function differs(stored: StoredResult | undefined, row: ResultForm): boolean {
  const keys = ["result", "certificateKind", "certificateNo", "issuedOn"] as const;
  return stored === undefined || keys.some((key) => stored[key] !== row[key]);
}
