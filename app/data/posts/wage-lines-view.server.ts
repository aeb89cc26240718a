import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { ACKNOWLEDGEMENT_METHOD_LABELS } from "~/domain/evidence/line-proofs";
import { fen, type Fen } from "~/domain/shared/fen";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { inTransaction } from "~/platform/prisma/transaction.server";
import {
  belongs,
  LINE_COLUMNS,
  rowOf,
  type LineGroup,
  type WageLineRow,
} from "./wage-line-row-view.server";
import { receiptsOf } from "./wage-roster.server";
import type { WageSheetHead } from "./wage-sheet-head-view.server";

export interface WageLinesPage {
  readonly rows: readonly WageLineRow[];
  readonly counts: Readonly<Record<LineGroup, number>>;
  /** Null for a district officer. */
  readonly totals: { readonly dueFen: Fen; readonly adjustFen: Fen; readonly payFen: Fen } | null;
}

/** The lines of a sheet, those of one group, a page of them. */
export function viewWageLines(
  actor: Actor,
  sheet: Pick<WageSheetHead, "id" | "rosterId" | "readsWhole">,
  {
    group,
    page,
    size,
  }: { readonly group: LineGroup; readonly page: number; readonly size: number },
): Promise<WageLinesPage> {
  return inTransaction(actor, async (tx) => {
    const lines = await tx.wageLine.findMany({
      where: { sheetId: sheet.id, removedAt: null },
      select: LINE_COLUMNS,
      orderBy: [{ lineNo: "asc" }, { id: "asc" }],
    });
    const receipts = sheet.rosterId === null ? null : await receiptsOf(tx, sheet.rosterId);
    const all = lines.map((line) => {
      const receipt = receipts?.get(line.id) ?? null;
      return {
        line,
        receipt: receipt === null ? "" : ACKNOWLEDGEMENT_METHOD_LABELS[receipt.method],
      };
    });
    const inGroup = (of: LineGroup) => all.filter((one) => belongs(one, of));
    const shown = inGroup(group).slice((page - 1) * size, page * size);
    const people = await tx.person.findMany({
      where: { id: { in: shown.map(({ line }) => line.personId) } },
      select: { id: true, idIndex: true, idSealed: true },
    });
    const masked = new Map(
      people.map(({ id, ...sealed }) => [
        id,
        maskIdCardNumber(openNumbers({ ...sealed, phoneSealed: null }).idCardNumber),
      ]),
    );
    const sum = (of: "dueFen" | "adjustFen" | "payFen") =>
      fen(lines.reduce((total, line) => total + line[of], 0));
    return {
      rows: shown.map(({ line, receipt }) => ({
        ...rowOf(line, sheet.readsWhole),
        ...{ receipt, maskedId: masked.get(line.personId) ?? "" },
      })),
      counts: {
        ...{ all: all.length, findings: inGroup("findings").length },
        ...{ unpaid: inGroup("unpaid").length, paid: inGroup("paid").length },
        ...{ failed: inGroup("failed").length, unsigned: inGroup("unsigned").length },
        signed: inGroup("signed").length,
      },
      totals: sheet.readsWhole
        ? { dueFen: sum("dueFen"), adjustFen: sum("adjustFen"), payFen: sum("payFen") }
        : null,
    };
  });
}
