import { monthName } from "~/domain/posts/wage-receipt";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";

/** A correction of this month, or one of an earlier month that is settled with it. */
export interface CorrectionRow {
  readonly id: string;
  readonly amountFen: Fen;
  readonly reason: string;
  readonly enteredByName: string;
  /** Instant, ISO 8601. */
  readonly enteredAt: string;
  /** 2020年5月, the month it corrects. */
  readonly ofMonth: string;
  /** The sheet it is settled with; null while it waits. */
  readonly settledWith: { readonly month: string; readonly to: string } | null;
  readonly voidReason: string | null;
  /** The day on which the person paid it back, and the receipt; null while he has not. */
  readonly returned: { readonly on: string; readonly note: string } | null;
}

/** The corrections settled with a line, or those of it; in the order they were entered. */
export async function correctionsOf(
  tx: Tx,
  where: { readonly lineId: string } | { readonly ofLineId: string },
): Promise<CorrectionRow[]> {
  const rows = await tx.wageAdjustment.findMany({
    where,
    include: { line: { select: { id: true, sheetId: true, month: true } } },
    orderBy: [{ enteredAt: "asc" }, { id: "asc" }],
  });
  return rows.map(
    ({ id, amountFen, reason, enteredByName, enteredAt, ofMonth, line, voidReason, ...row }) => ({
      ...{ id, reason, enteredByName, voidReason, amountFen: fen(amountFen) },
      returned: row.returnedOn && {
        on: row.returnedOn.toISOString().slice(0, 10),
        note: row.returnNote ?? "",
      },
      enteredAt: enteredAt.toISOString(),
      ofMonth: monthName(ofMonth.toISOString().slice(0, 10)),
      settledWith: line && {
        month: monthName(line.month.toISOString().slice(0, 10)),
        to: `/wage-sheets/${line.sheetId}/lines/${line.id}`,
      },
    }),
  );
}
