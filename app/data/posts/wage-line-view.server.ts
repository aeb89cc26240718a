import { maskedAccount } from "~/data/people/payee-account-store.server";
import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { ACKNOWLEDGEMENT_METHOD_LABELS } from "~/domain/evidence/line-proofs";
import type { MonthDays } from "~/domain/posts/attendance";
import { paidAfterLeavingText } from "~/domain/posts/wage-after-leaving";
import { arithmeticOf } from "~/domain/posts/wage-arithmetic";
import { wageFindingText, type WageFinding } from "~/domain/posts/wage-findings";
import type { PaymentState } from "~/domain/posts/wage";
import { fen, type Fen } from "~/domain/shared/fen";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { Tx } from "~/platform/prisma/client.server";
import { correctionsOf, type CorrectionRow } from "./wage-corrections-view.server";
import { findPaidAfterLeaving } from "./paid-after-leaving.server";
import { isRefused } from "./wage-attempt-store.server";
import { receiptsOf } from "./wage-roster.server";
import type { WageSheetHead } from "./wage-sheet-head-view.server";

export interface WageLinePage {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly maskedId: string;
  readonly appointmentId: string;
  readonly post: string;
  /** Null for a district officer. */
  readonly days: (MonthDays & { readonly marks: string }) | null;
  readonly removedReason: string | null;
  readonly paymentState: PaymentState | null;
  readonly isNothing: boolean;
  readonly paidOn: string | null;
  readonly receipt: { readonly label: string; readonly givenAt: string } | null;
  /** Null for a district officer. */
  readonly money: {
    readonly rateFen: Fen;
    readonly dueFen: Fen;
    readonly adjustFen: Fen;
    readonly payFen: Fen;
    readonly arithmetic: string;
    readonly holderName: string;
    readonly bankName: string;
    readonly accountMasked: string;
    readonly failReason: string;
    /** The bank refused its number and no reviewer has released it. */
    readonly isRefused: boolean;
    readonly findings: readonly string[];
    readonly settled: readonly CorrectionRow[];
    readonly corrections: readonly CorrectionRow[];
  } | null;
}

/** One person's line of a sheet; null where the sheet has none, also of such as were taken off. */
export function viewWageLine(
  actor: Actor,
  sheet: Pick<WageSheetHead, "id" | "rosterId" | "readsWhole">,
  lineId: string | undefined,
): Promise<WageLinePage | null> {
  if (!isUuid(lineId)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const line = await tx.wageLine.findFirst({
      where: { id: lineId, sheetId: sheet.id },
      include: { account: true, appointment: { select: { title: true } } },
    });
    if (line === null) return null;
    const { id, lineNo, name, workedDays, leaveDays, absentDays, appointmentId, month } = line;
    const key = { appointmentId, month };
    const attendance = await tx.postAttendance.findUnique({ where: { appointmentId_month: key } });
    const person = await tx.person.findUnique({
      where: { id: line.personId },
      select: { idIndex: true, idSealed: true, phoneSealed: true },
    });
    const receipts = sheet.rosterId === null ? null : await receiptsOf(tx, sheet.rosterId);
    const receipt = receipts?.get(id) ?? null;
    const marks = attendance?.marks ?? "";
    return {
      ...{ id, lineNo, name, appointmentId, removedReason: line.removedReason },
      days: sheet.readsWhole
        ? {
            ...{ monthDays: line.monthDays, termDays: line.termDays, workedDays, leaveDays },
            ...{ absentDays, marks, openDays: marks.split("?").length - 1 },
          }
        : null,
      maskedId: person === null ? "" : maskIdCardNumber(openNumbers(person).idCardNumber),
      post: line.appointment.title,
      paymentState: line.paymentState as PaymentState | null,
      isNothing: line.payFen === 0,
      paidOn: line.paidOn?.toISOString().slice(0, 10) ?? null,
      receipt: receipt && {
        label: ACKNOWLEDGEMENT_METHOD_LABELS[receipt.method],
        givenAt: receipt.givenAt.toISOString(),
      },
      money: sheet.readsWhole ? await moneyOf(tx, line) : null,
    };
  });
}

type StoredLine = NonNullable<Awaited<ReturnType<Tx["wageLine"]["findFirst"]>>> & {
  readonly account: {
    readonly id: string;
    readonly holderName: string;
    readonly bankName: string;
    readonly accountSealed: Uint8Array;
  } | null;
};

async function moneyOf(tx: Tx, line: StoredLine): Promise<NonNullable<WageLinePage["money"]>> {
  const { monthDays, termDays, workedDays, leaveDays, absentDays, account } = line;
  const [rateFen, dueFen] = [fen(line.rateFen), fen(line.dueFen)];
  const days = { monthDays, termDays, workedDays, leaveDays, absentDays };
  const late = await findPaidAfterLeaving(tx, { appointmentIds: [line.appointmentId] });
  return {
    ...{ rateFen, dueFen, adjustFen: fen(line.adjustFen), payFen: fen(line.payFen) },
    arithmetic: arithmeticOf({ rateFen, dueFen, days }),
    holderName: account?.holderName ?? "",
    bankName: account?.bankName ?? "",
    accountMasked: account === null ? "" : maskedAccount(account),
    failReason: line.failReason ?? "",
    isRefused: await isRefused(tx, line.id),
    // Written by writeDrawnLines and renewPayees alone.
    findings: [
      ...late.filter(({ lineId }) => lineId === line.id).map(paidAfterLeavingText),
      ...(line.findings as unknown as readonly WageFinding[]).map(wageFindingText),
    ],
    settled: await correctionsOf(tx, { lineId: line.id }),
    corrections: await correctionsOf(tx, { ofLineId: line.id }),
  };
}
