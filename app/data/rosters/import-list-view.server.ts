import { IMPORT_LAYOUTS, importLayoutId } from "~/domain/rosters/import-layout";
import type { ImportState } from "~/domain/rosters/roster-import";
import { ledgerLabel } from "./import-view.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

export interface ImportListItem {
  readonly id: string;
  readonly fileName: string;
  /** The class, or the ledger and whose it is. */
  readonly label: string;
  readonly edition: number;
  readonly state: ImportState;
  readonly rowCount: number;
  readonly createdAt: string;
}

type Stored = Omit<ImportListItem, "createdAt" | "label"> & {
  readonly createdAt: Date;
  readonly layout: string;
  readonly countyCode: string;
  readonly className: string | null;
};

const SHOWN = 10;

/** The actor's latest imports that still matter. */
export function listOwnImports(scope: Scope): Promise<readonly ImportListItem[]> {
  return inTransaction(scope, async (tx) => {
    const rows = await tx.$queryRaw<Stored[]>`
      SELECT i.id, i.file_name AS "fileName", i.layout, i.county_code AS "countyCode",
        c.name || '（' || c.term || '）' AS "className", i.edition, i.state, i.row_count AS "rowCount", i.created_at AS "createdAt"
      FROM roster_import i LEFT JOIN training_class c ON c.id = i.class_id
      WHERE i.created_by = ${scope.userId}::uuid AND i.state NOT IN ('superseded', 'abandoned')
      ORDER BY i.created_at DESC LIMIT ${SHOWN}`;
    return rows.map(({ layout, countyCode, className, createdAt, ...row }) => {
      const { ledger } = IMPORT_LAYOUTS[importLayoutId(layout)];
      const label = className ?? ledgerLabel(ledger, countyCode);
      return { ...row, label, createdAt: createdAt.toISOString() };
    });
  });
}
