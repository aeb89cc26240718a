import { Prisma } from "~/platform/prisma/client.server";
import type { Finding } from "~/domain/rosters/finding";
import type { Decision, Difference, RowMatching, RowState } from "~/domain/rosters/roster-import";
import { maskIdCardNumber, maskPhone } from "~/domain/shared/masking";
import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

/** One row of the preview; numbers masked. */
export interface ImportRowView {
  readonly sheetRow: number;
  readonly state: RowState;
  readonly matching: RowMatching;
  readonly decision: Decision | null;
  readonly differences: readonly Difference[];
  readonly name: string;
  readonly idCardNumber: string;
  readonly phone: string;
  readonly findings: readonly Finding[];
  readonly corrected: boolean;
}

export const ROW_FILTERS = ["refused", "warning", "cleaned", "differs", "all"] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

interface StoredRow {
  readonly sheetRow: number;
  readonly state: RowState;
  readonly matching: RowMatching;
  readonly decision: Decision | null;
  readonly differences: Difference[];
  readonly name: string;
  readonly idIndex: Uint8Array | null;
  readonly idSealed: Uint8Array | null;
  readonly phoneSealed: Uint8Array | null;
  readonly findings: Finding[];
  readonly corrected: boolean;
}

/** Rows after `afterRow` in file order, `size` of them. */
export function listImportRows(
  scope: Scope,
  importId: string,
  page: { readonly filter: RowFilter; readonly afterRow: number; readonly size: number },
): Promise<readonly ImportRowView[]> {
  return inTransaction(scope, async (tx) => {
    const rows = await tx.$queryRaw<StoredRow[]>`
      SELECT sheet_row AS "sheetRow", state, matching, decision, differences, name,
        id_index AS "idIndex", id_sealed AS "idSealed", phone_sealed AS "phoneSealed", findings,
        corrected
      FROM roster_import_row
      WHERE import_id = ${importId}::uuid AND sheet_row > ${page.afterRow} AND ${sqlOf(page.filter)}
      ORDER BY sheet_row LIMIT ${page.size}`;
    return rows.map(viewOf);
  });
}

function sqlOf(filter: RowFilter): Prisma.Sql {
  switch (filter) {
    case "refused":
    case "warning":
      return Prisma.sql`state = ${filter}`;
    case "cleaned":
      return Prisma.sql`findings @? '$[*] ? (@.severity == "cleaned")'::jsonpath`;
    case "differs":
      return Prisma.sql`matching IN ('differs', 'lineDiffers') AND state <> 'refused'`;
    case "all":
      return Prisma.sql`true`;
  }
}

function viewOf(row: StoredRow): ImportRowView {
  const ring = platform().keyRing;
  const hex = row.idIndex === null ? "" : Buffer.from(row.idIndex).toString("hex");
  const { idSealed, phoneSealed, sheetRow, state, matching, decision, name } = row;
  return {
    sheetRow,
    state,
    matching,
    decision,
    name,
    differences: row.differences,
    findings: row.findings,
    corrected: row.corrected,
    idCardNumber:
      idSealed === null ? "" : maskIdCardNumber(openText(ring, idSealed, `idNumber:${hex}`)),
    phone: phoneSealed === null ? "" : maskPhone(openText(ring, phoneSealed, `phone:${hex}`)),
  };
}
