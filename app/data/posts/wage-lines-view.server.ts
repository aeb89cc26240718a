import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { ACKNOWLEDGEMENT_METHOD_LABELS } from "~/domain/evidence/line-proofs";
import { wageRuleText } from "~/domain/posts/wage-arithmetic";
import { paidAfterLeavingText } from "~/domain/posts/wage-after-leaving";
import { fen, type Fen } from "~/domain/shared/fen";
import { maskIdCardNumber } from "~/domain/shared/masking";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import {
  belongs,
  LINE_COLUMNS,
  rowOf,
  type LineGroup,
  type WageLineRow,
} from "./wage-line-row-view.server";
import { findLeaveRule } from "./wage-draft.server";
import { findPaidAfterLeaving } from "./paid-after-leaving.server";
import { receiptsOf } from "./wage-roster.server";
import type { WageSheetHead } from "./wage-sheet-head-view.server";

export interface WageLinesPage {
  readonly rows: readonly WageLineRow[];
  readonly counts: Readonly<Record<LineGroup, number>>;
  /** How a part of a month is paid, and the sums; null for a district officer. */
  readonly rule: string | null;
  readonly totals: { readonly dueFen: Fen; readonly adjustFen: Fen; readonly payFen: Fen } | null;
}

/** The lines of a sheet, those of one group, a page of them. */
export function viewWageLines(
  actor: Actor,
  sheet: Pick<WageSheetHead, "id" | "rosterId" | "readsWhole" | "countyCode" | "month">,
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
    const late = await lateTexts(tx, sheet.id);
    const all = lines.map((line) => {
      const receipt = receipts?.get(line.id) ?? null;
      return {
        ...{ line, late: late.get(line.id) ?? "" },
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
      rows: shown.map(({ line, receipt, late: said }) => ({
        ...rowOf(line, said, sheet.readsWhole),
        ...{ receipt, maskedId: masked.get(line.personId) ?? "" },
      })),
      counts: {
        ...{ all: all.length, findings: inGroup("findings").length },
        ...{ unpaid: inGroup("unpaid").length, paid: inGroup("paid").length },
        ...{ waiting: inGroup("waiting").length, sent: inGroup("sent").length },
        ...{ failed: inGroup("failed").length, unsigned: inGroup("unsigned").length },
        signed: inGroup("signed").length,
      },
      rule: sheet.readsWhole ? wageRuleText(await findLeaveRule(tx, sheet)) : null,
      totals: sheet.readsWhole
        ? { dueFen: sum("dueFen"), adjustFen: sum("adjustFen"), payFen: sum("payFen") }
        : null,
    };
  });
}

/** By line: what it paid beyond somebody's last day. */
async function lateTexts(tx: Tx, sheetId: string): Promise<ReadonlyMap<string, string>> {
  const late = await findPaidAfterLeaving(tx, { sheetId });
  return new Map(late.map((one) => [one.lineId, paidAfterLeavingText(one)]));
}
