import type { WageSheetState } from "~/domain/posts/wage";
import { wageSheetName } from "~/domain/posts/wage-receipt";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A sheet that is to be locked, held against every other change until the transaction ends. */
export interface SheetToLock {
  readonly id: string;
  readonly countyCode: string;
  readonly label: string;
  readonly state: WageSheetState;
  readonly version: number;
  /** Null before the first approval. */
  readonly rosterId: string | null;
  readonly headcount: number;
  /** Who wrote the sheet, sent its money, or took down its signatures. */
  readonly hands: readonly string[];
}

/** Null out of scope, and for a sheet that was removed. */
export async function holdSheetToLock(tx: Tx, id: string): Promise<SheetToLock | null> {
  if (!isUuid(id)) return null;
  // The roster first and the sheet after it, as signing and dissolving do.
  await tx.$queryRaw`
    SELECT 1 FROM roster r WHERE r.id = (SELECT s.roster_id FROM wage_sheet s WHERE s.id = ${id}::uuid)
    FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM wage_sheet WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.wageSheet.findFirst({
    where: { id, removedAt: null },
    select: {
      ...{ id: true, countyCode: true, month: true, number: true, state: true, version: true },
      ...{ rosterId: true, createdBy: true, submittedBy: true },
      roster: { select: { headcount: true } },
      payments: { select: { madeBy: true, resultBy: true } },
    },
  });
  if (row === null) return null;
  const { month, number, createdBy, submittedBy, roster, payments, ...sheet } = row;
  const recorded = await tx.acknowledgement.findMany({
    where: { rosterId: sheet.rosterId ?? id, voidedAt: null },
    select: { recordedBy: true },
    distinct: ["recordedBy"],
  });
  const hands = [
    ...[createdBy, submittedBy],
    ...payments.flatMap(({ madeBy, resultBy }) => [madeBy, resultBy]),
    ...recorded.map(({ recordedBy }) => recordedBy),
  ];
  return {
    ...sheet,
    state: sheet.state as WageSheetState,
    label: wageSheetName({ month: month.toISOString().slice(0, 10), number }),
    headcount: roster?.headcount ?? 0,
    hands: hands.filter((one) => one !== null),
  };
}

/** People of the sheet who have not been paid, and those who have not signed; in its order. */
export async function findOpenWages(
  tx: Tx,
  sheetId: string,
): Promise<{ readonly unpaid: readonly string[]; readonly unsigned: readonly string[] }> {
  const rows = await tx.$queryRaw<{ name: string; isUnpaid: boolean; isUnsigned: boolean }[]>`
    SELECT w.name, w.pay_fen > 0 AND w.payment_state IS DISTINCT FROM 'PAID' AS "isUnpaid",
      NOT EXISTS (SELECT FROM roster_line r JOIN acknowledgement a ON a.line_id = r.id
        WHERE r.id = w.id AND r.removed_at IS NULL AND a.element = 'SIGNATURE'
          AND a.voided_at IS NULL AND a.line_version = r.content_version) AS "isUnsigned"
    FROM wage_line w WHERE w.sheet_id = ${sheetId}::uuid AND w.removed_at IS NULL
    ORDER BY w.line_no, w.id`;
  return {
    unpaid: rows.flatMap(({ name, isUnpaid }) => (isUnpaid ? [name] : [])),
    unsigned: rows.flatMap(({ name, isUnsigned }) => (isUnsigned ? [name] : [])),
  };
}

/** Closes the sheet; the caller holds it and has looked at its lines. */
export async function markLocked(
  tx: Tx,
  id: string,
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  await tx.wageSheet.update({
    where: { id },
    data: {
      ...{ state: "locked", lockedBy: by.userId, lockedByName: by.name, lockedAt: by.now },
      ...{ updatedAt: by.now, version: { increment: 1 } },
    },
  });
}
