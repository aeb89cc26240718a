import type { LineToSign } from "~/data/evidence/signing-link-store.server";
import { openNumbers } from "~/data/rosters/masked-line.server";
import { isUuid } from "~/platform/http/list-address.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

export interface NamedLine extends LineToSign {
  readonly lineNo: number;
  readonly name: string;
  /** The last four characters of the ID number: enough for two of a name to tell their slips apart. */
  readonly idTail: string;
}

/** Lines of wages that the bank has not paid out; of a class's roster none. */
export async function findUnpaid(tx: Tx, rosterId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT w.id FROM wage_sheet s JOIN wage_line w ON w.sheet_id = s.id
    WHERE s.roster_id = ${rosterId}::uuid AND w.removed_at IS NULL AND w.pay_fen > 0
      AND w.payment_state IS DISTINCT FROM 'PAID'`;
  return new Set(rows.map(({ id }) => id));
}

/** The one line, whether it is signed or not; or every line that has no signature for what it says now. */
export async function listLinesToSign(
  tx: Tx,
  rosterId: string,
  lineId: string | null,
): Promise<readonly NamedLine[]> {
  if (lineId !== null && !isUuid(lineId)) return [];
  const chosen =
    lineId === null
      ? Prisma.sql`NOT EXISTS (SELECT FROM acknowledgement a WHERE a.line_id = l.id
          AND a.element = 'SIGNATURE' AND a.voided_at IS NULL AND a.line_version = l.content_version)`
      : Prisma.sql`l.id = ${lineId}::uuid`;
  const rows = await tx.$queryRaw<
    (Omit<NamedLine, "idTail"> & { idIndex: Uint8Array; idSealed: Uint8Array })[]
  >`
    SELECT l.id, l.person_id AS "personId", l.content_version AS "contentVersion",
      l.line_no AS "lineNo", l.name, l.id_index AS "idIndex", l.id_sealed AS "idSealed"
    FROM roster_line l
    WHERE l.roster_id = ${rosterId}::uuid AND l.removed_at IS NULL AND ${chosen}
    ORDER BY l.line_no, l.id`;
  return rows.map(({ idIndex, idSealed, ...line }) => ({
    ...line,
    idTail: openNumbers({ idIndex, idSealed, phoneSealed: null }).idCardNumber.slice(-4),
  }));
}
