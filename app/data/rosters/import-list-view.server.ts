import type { ImportState } from "~/domain/rosters/roster-import";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

export interface ImportListItem {
  readonly id: string;
  readonly fileName: string;
  readonly classLabel: string;
  readonly edition: number;
  readonly state: ImportState;
  readonly rowCount: number;
  readonly createdAt: string;
}

const SHOWN = 10;

/** The actor's latest imports that still matter. */
export function listOwnImports(scope: Scope): Promise<readonly ImportListItem[]> {
  return inTransaction(scope, async (tx) => {
    const rows = await tx.$queryRaw<(Omit<ImportListItem, "createdAt"> & { createdAt: Date })[]>`
      SELECT i.id, i.file_name AS "fileName", c.name || '（' || c.term || '）' AS "classLabel",
        i.edition, i.state, i.row_count AS "rowCount", i.created_at AS "createdAt"
      FROM roster_import i JOIN training_class c ON c.id = i.class_id
      WHERE i.created_by = ${scope.userId}::uuid AND i.state NOT IN ('superseded', 'abandoned')
      ORDER BY i.created_at DESC LIMIT ${SHOWN}`;
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  });
}
