import type { Actor } from "~/domain/access/actor";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import type { StepKind } from "~/domain/targets/reconciliation-words";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findReconciliation } from "./reconciliation-store.server";

export interface ReconciliationStepRow {
  readonly id: string;
  readonly round: number;
  readonly kind: StepKind;
  readonly figure: number | null;
  readonly reason: string;
  readonly byName: string;
  readonly at: string;
  /** Of a list the district sent. */
  readonly fileName: string | null;
  /** The file's digest, SHA-256 in hex. */
  readonly sha256: string | null;
}

/** What happened to a reconciliation, the latest first; null when the actor may not read it. */
export function listReconciliationSteps(
  actor: Actor,
  id: string,
  on: string,
): Promise<ReconciliationStepRow[] | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findReconciliation(tx, actor, id, on);
    if (one === null || !mayForPair(actor, "reconciliation.read", one, on)) return null;
    const rows = await tx.$queryRaw<(Omit<ReconciliationStepRow, "at"> & { at: Date })[]>`
      SELECT s.id, s.round, s.kind, s.figure, s.reason, s.by_name AS "byName", s.at,
        f.original_name AS "fileName", encode(f.sha256, 'hex') AS sha256
      FROM reconciliation_step s LEFT JOIN stored_file f ON f.id = s.file_id
      WHERE s.reconciliation_id = ${id}::uuid ORDER BY s.at DESC, s.id DESC`;
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  });
}
