import { maskedAccount } from "~/data/people/payee-account-store.server";
import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { ACKNOWLEDGEMENT_METHOD_LABELS } from "~/domain/evidence/line-proofs";
import { arithmeticOf } from "~/domain/posts/wage-arithmetic";
import { wageFindingText, type WageFinding } from "~/domain/posts/wage-findings";
import type { PaymentState } from "~/domain/posts/wage";
import { fen, type Fen } from "~/domain/shared/fen";
import { maskIdCardNumber } from "~/domain/shared/masking";
import type { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { WageSheetHead } from "./wage-sheet-head-view.server";
import { receiptsOf } from "./wage-roster.server";

/** Which lines a list shows; every figure of the sheet is one of these. */
export type LineGroup = "all" | "findings" | "unpaid" | "paid" | "failed" | "unsigned" | "signed";

/** What stands of money; null for a district officer. */
export interface WageLineMoney {
  readonly arithmetic: string;
  readonly dueFen: Fen;
  readonly adjustFen: Fen;
  readonly payFen: Fen;
  readonly bankName: string;
  readonly accountMasked: string;
  readonly failReason: string;
  readonly findings: readonly string[];
}

export interface WageLineRow {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly maskedId: string;
  readonly post: string;
  readonly workedDays: number;
  readonly leaveDays: number;
  readonly absentDays: number;
  readonly paymentState: PaymentState | null;
  /** Nothing is to be paid this month. */
  readonly isNothing: boolean;
  readonly paidOn: string | null;
  /** How it was signed for; empty while it is not. */
  readonly receipt: string;
  readonly money: WageLineMoney | null;
}

export interface WageLinesPage {
  readonly rows: readonly WageLineRow[];
  readonly counts: Readonly<Record<LineGroup, number>>;
  /** Null for a district officer. */
  readonly totals: { readonly dueFen: Fen; readonly adjustFen: Fen; readonly payFen: Fen } | null;
}

const SELECT = {
  ...{ id: true, lineNo: true, name: true, personId: true, workedDays: true, leaveDays: true },
  ...{ absentDays: true, monthDays: true, termDays: true, rateFen: true, dueFen: true },
  ...{ adjustFen: true, payFen: true, findings: true, paymentState: true, paidOn: true },
  failReason: true,
  appointment: { select: { title: true } },
  account: { select: { id: true, bankName: true, accountSealed: true } },
} satisfies Prisma.WageLineSelect;
type StoredLine = Prisma.WageLineGetPayload<{ select: typeof SELECT }>;

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
      select: SELECT,
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

function belongs(
  { line, receipt }: { readonly line: StoredLine; readonly receipt: string },
  group: LineGroup,
): boolean {
  switch (group) {
    case "all":
      return true;
    case "findings":
      return findingsOf(line).length > 0;
    case "unpaid":
      return line.payFen > 0 && line.paymentState !== "PAID";
    case "paid":
      return line.paymentState === "PAID";
    case "failed":
      return line.paymentState === "FAILED";
    case "unsigned":
      return receipt === "";
    case "signed":
      return receipt !== "";
  }
}

// Written by writeDrawnLines and renewPayees alone.
const findingsOf = ({ findings }: StoredLine) => findings as unknown as readonly WageFinding[];

function rowOf(line: StoredLine, readsWhole: boolean): Omit<WageLineRow, "maskedId" | "receipt"> {
  const { id, lineNo, name, workedDays, leaveDays, absentDays, account, paidOn } = line;
  const [dueFen, rateFen] = [fen(line.dueFen), fen(line.rateFen)];
  const { monthDays, termDays } = line;
  const days = { monthDays, termDays, workedDays, leaveDays, absentDays };
  return {
    ...{ id, lineNo, name, workedDays, leaveDays, absentDays, post: line.appointment.title },
    paymentState: line.paymentState as PaymentState | null,
    isNothing: line.payFen === 0,
    paidOn: paidOn?.toISOString().slice(0, 10) ?? null,
    money: readsWhole
      ? {
          ...{ dueFen, adjustFen: fen(line.adjustFen), payFen: fen(line.payFen) },
          arithmetic: arithmeticOf({ rateFen, dueFen, days }),
          bankName: account?.bankName ?? "",
          accountMasked: account === null ? "" : maskedAccount(account),
          failReason: line.failReason ?? "",
          findings: findingsOf(line).map(wageFindingText),
        }
      : null,
  };
}
