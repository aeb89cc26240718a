import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

/** One row that differs between an edition and the one before it. */
export interface RowChange {
  readonly sheetRow: number;
  readonly kind: "added" | "removed" | "changed";
  readonly nameBefore: string;
  readonly nameNow: string;
  /** Chinese names of the fields that differ. */
  readonly fields: readonly string[];
  readonly stateBefore: string;
  readonly stateNow: string;
}

interface StoredChange extends Omit<RowChange, "kind" | "fields"> {
  readonly isNew: boolean;
  readonly isGone: boolean;
  readonly name: boolean;
  readonly number: boolean;
  readonly phone: boolean;
  readonly other: boolean;
  readonly state: boolean;
}

const SHOWN = 500;

/** Rows of the same sheet row that say something else than in the previous edition, in file order. */
export function listChanges(
  scope: Scope,
  importId: string,
  previousId: string,
): Promise<readonly RowChange[]> {
  return inTransaction(scope, async (tx) => {
    const rows = await tx.$queryRaw<StoredChange[]>`
      SELECT coalesce(n.sheet_row, p.sheet_row) AS "sheetRow", p.sheet_row IS NULL AS "isNew",
        n.sheet_row IS NULL AS "isGone", coalesce(p.name, '') AS "nameBefore",
        coalesce(n.name, '') AS "nameNow", coalesce(p.state, '') AS "stateBefore",
        coalesce(n.state, '') AS "stateNow", n.name IS DISTINCT FROM p.name AS name,
        n.id_index IS DISTINCT FROM p.id_index AS number,
        n.phone_index IS DISTINCT FROM p.phone_index AS phone,
        n.state IS DISTINCT FROM p.state AS state,
        (n.sex, n.ethnicity, n.address, n.declared_registered, n.declared_status, n.trade, n.note,
          n.home_county_code, n.fields)
          IS DISTINCT FROM
        (p.sex, p.ethnicity, p.address, p.declared_registered, p.declared_status, p.trade, p.note, p.home_county_code, p.fields)
          AS other
      FROM (SELECT * FROM roster_import_row WHERE import_id = ${importId}::uuid) n
        FULL JOIN (SELECT * FROM roster_import_row WHERE import_id = ${previousId}::uuid) p
          ON p.sheet_row = n.sheet_row
      WHERE n.sheet_row IS NULL OR p.sheet_row IS NULL
        OR (n.name, n.id_index, n.phone_index, n.state, n.sex, n.ethnicity, n.address,
            n.declared_registered, n.declared_status, n.trade, n.note, n.home_county_code, n.fields)
          IS DISTINCT FROM
           (p.name, p.id_index, p.phone_index, p.state, p.sex, p.ethnicity, p.address,
            p.declared_registered, p.declared_status, p.trade, p.note, p.home_county_code, p.fields)
      ORDER BY 1 LIMIT ${SHOWN}`;
    return rows.map(changeOf);
  });
}

function changeOf(row: StoredChange): RowChange {
  const { sheetRow, nameBefore, nameNow, stateBefore, stateNow } = row;
  const fields = [
    row.name && "姓名",
    row.number && "身份证号码",
    row.phone && "联系电话",
    row.other && "其他栏目",
    row.state && "查验结果",
  ].filter((field) => field !== false);
  const kind = row.isNew ? "added" : row.isGone ? "removed" : "changed";
  return { sheetRow, kind, nameBefore, nameNow, stateBefore, stateNow, fields };
}
