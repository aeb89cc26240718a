import type { LabourSpending } from "~/domain/funds/labour-use";
import type { ExpenditureCategory } from "~/domain/funds/pot";
import { fen } from "~/domain/shared/fen";
import type { Prisma } from "~/platform/prisma/client.server";
import { type Tx } from "~/platform/prisma/client.server";

interface PotSpending extends LabourSpending {
  readonly regionCode: string;
  readonly year: number;
  readonly category: ExpenditureCategory;
}

/**
 * What was paid out of the standing pots `p` asked for and reviewed, or paid for claims, less what came back: by area,
 * year of the pot, use and kind of claim.
 */
export async function countedSpending(tx: Tx, ofPots: Prisma.Sql): Promise<readonly PotSpending[]> {
  const rows = await tx.$queryRaw<(Omit<PotSpending, "amountFen"> & { readonly sum: bigint })[]>`
    SELECT p.region_code AS "regionCode", p.year::int AS year, e.category,
      coalesce(b.kind, l.kind) AS "claimKind", sum(e.amount_fen)::bigint AS sum
    FROM expenditure e JOIN fund_pot p ON p.id = e.pot_id
      LEFT JOIN claim_payment c ON c.id = e.claim_payment_id
      LEFT JOIN claim_batch b ON b.id = c.batch_id
      LEFT JOIN clawback k ON k.id = e.clawback_id LEFT JOIN claim_line l ON l.id = k.line_id
    WHERE ${ofPots} AND p.voided_at IS NULL AND e.voided_at IS NULL
      AND (e.reviewed_at IS NOT NULL OR e.claim_payment_id IS NOT NULL)
    GROUP BY 1, 2, 3, 4`;
  return rows.map(({ sum, ...row }) => ({ ...row, amountFen: fen(Number(sum)) }));
}
