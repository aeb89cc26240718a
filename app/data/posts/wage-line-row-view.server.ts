import { maskedAccount } from "~/data/people/payee-account-store.server";
import type { MonthDays } from "~/domain/posts/attendance";
import { arithmeticOf } from "~/domain/posts/wage-arithmetic";
import { wageFindingText, type WageFinding } from "~/domain/posts/wage-findings";
import type { PaymentState } from "~/domain/posts/wage";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Prisma } from "~/platform/prisma/client.server";

/** Which lines a list shows; every figure of the sheet is one of these. */
export type LineGroup =
  | ("all" | "findings" | "unpaid" | "waiting" | "sent" | "paid" | "failed")
  | ("unsigned" | "signed");

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

type WrittenDays = Omit<MonthDays, "openDays">;

export interface WageLineRow {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly maskedId: string;
  readonly post: string;
  /** Null for a district officer. */
  readonly days: WrittenDays | null;
  readonly paymentState: PaymentState | null;
  /** Nothing is to be paid this month. */
  readonly isNothing: boolean;
  readonly paidOn: string | null;
  /** How it was signed for; empty while it is not. */
  readonly receipt: string;
  readonly money: WageLineMoney | null;
}

/** What a row is made of. */
export const LINE_COLUMNS = {
  ...{ id: true, lineNo: true, name: true, personId: true, workedDays: true, leaveDays: true },
  ...{ absentDays: true, monthDays: true, termDays: true, rateFen: true, dueFen: true },
  ...{ adjustFen: true, payFen: true, findings: true, paymentState: true, paidOn: true },
  failReason: true,
  appointment: { select: { title: true } },
  account: { select: { id: true, bankName: true, accountSealed: true } },
} satisfies Prisma.WageLineSelect;
export type StoredLine = Prisma.WageLineGetPayload<{ select: typeof LINE_COLUMNS }>;

/** Whether a line is of the group; `receipt` is how it was signed for, `late` what it paid after the last day. */
export function belongs(
  {
    line,
    receipt,
    late,
  }: { readonly line: StoredLine; readonly receipt: string; readonly late: string },
  group: LineGroup,
): boolean {
  switch (group) {
    case "all":
      return true;
    case "findings":
      return late !== "" || findingsOf(line).length > 0;
    case "unpaid":
      return line.payFen > 0 && line.paymentState !== "PAID";
    case "waiting":
      return line.payFen > 0 && (line.paymentState === null || line.paymentState === "FAILED");
    case "sent":
      return line.paymentState === "SENT";
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

/** A line as the list shows it. */
export function rowOf(
  line: StoredLine,
  late: string,
  readsWhole: boolean,
): Omit<WageLineRow, "maskedId" | "receipt"> {
  const { id, lineNo, name, workedDays, leaveDays, absentDays, account, paidOn } = line;
  const [dueFen, rateFen] = [fen(line.dueFen), fen(line.rateFen)];
  const { monthDays, termDays } = line;
  const days = { monthDays, termDays, workedDays, leaveDays, absentDays };
  return {
    ...{ id, lineNo, name, post: line.appointment.title, days: readsWhole ? days : null },
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
          findings: [...(late === "" ? [] : [late]), ...findingsOf(line).map(wageFindingText)],
        }
      : null,
  };
}
