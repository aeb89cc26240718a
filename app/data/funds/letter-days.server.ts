import type { LetterDays } from "~/domain/funds/letter-day";
import { day } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";

/** What a pot's letter lies between; of carried-over money the document is that of the pot it came from first. */
export async function letterDaysOf(tx: Tx, potId: string): Promise<LetterDays> {
  const [row] = await tx.$queryRaw<{ issued: string | null; first: string | null }[]>`
    WITH RECURSIVE up AS (SELECT id, cell_id, carried_from_id FROM fund_pot WHERE id = ${potId}::uuid
      UNION ALL SELECT p.id, p.cell_id, p.carried_from_id
        FROM fund_pot p JOIN up ON p.id = up.carried_from_id)
    SELECT (SELECT min(d.issued_on)::text FROM up
        JOIN allocation_cell c ON c.id = up.cell_id JOIN allocation_row r ON r.id = c.row_id
        JOIN allocation_table t ON t.id = r.table_id
        JOIN policy_document d ON d.id = t.document_id) AS issued,
      (SELECT min(received_on)::text FROM fund_receipt
        WHERE pot_id = ${potId}::uuid AND letter_received_on IS NULL AND voided_at IS NULL) AS first`;
  const { issued = null, first = null } = row ?? {};
  return {
    issuedOn: issued === null ? null : day(issued),
    firstReceivedOn: first === null ? null : day(first),
  };
}
