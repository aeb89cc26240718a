import { maskedAccount } from "~/data/people/payee-account-store.server";
import { maskedNumbers, openNumbers } from "~/data/rosters/masked-line.server";
import { ACKNOWLEDGEMENT_METHOD_LABELS } from "~/domain/evidence/line-proofs";
import { restDays } from "~/domain/posts/attendance";
import { wageRuleText } from "~/domain/posts/wage-arithmetic";
import { wageFormLayout } from "~/domain/posts/layouts/wage-form";
import { postFormOf } from "~/domain/posts/post-form";
import {
  PAYMENT_STATE_LABELS,
  WAGE_SHEET_STATE_LABELS,
  type PaymentState,
} from "~/domain/posts/wage";
import { fen, yuanColumn, yuanText } from "~/domain/shared/fen";
import type { FilledForm } from "~/domain/shared/filled-form";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { findLeaveRule } from "./wage-draft.server";
import { receiptsOf } from "./wage-roster.server";
import type { WageSheetRecord } from "./wage-sheet-store.server";

/** The sheet with who was paid and who has signed; accounts are masked for everybody. */
export async function wageForm(
  tx: Tx,
  sheet: WageSheetRecord,
  hasFullNumbers: boolean,
): Promise<FilledForm> {
  const lines = await linesOf(tx, sheet.id);
  const people = await numbersBy(tx, lines, hasFullNumbers);
  const receipts: Awaited<ReturnType<typeof receiptsOf>> =
    sheet.rosterId === null ? new Map() : await receiptsOf(tx, sheet.rosterId);
  const rows = lines.map((line) => {
    const receipt = receipts.get(line.id) ?? null;
    return {
      id: line.id,
      texts: {
        ...{ number: String(line.lineNo), name: line.name, title: line.appointment.title },
        idCardNumber: people.get(line.personId) ?? "",
        ...amountTexts(line),
        account:
          line.account === null ? "" : `${line.account.bankName}\n${maskedAccount(line.account)}`,
        paid: paymentText(line),
        receipt:
          receipt === null
            ? // Left free for the hand of whoever has not signed.
              ""
            : `${ACKNOWLEDGEMENT_METHOD_LABELS[receipt.method]} ${dayInChina(receipt.givenAt)}`,
      },
    };
  });
  const signed = rows.filter(({ id }) => (receipts.get(id) ?? null) !== null).length;
  const total = lines.reduce((sum, { payFen }) => sum + payFen, 0);
  const place = {
    countyName: regionName(sheet.countyCode) ?? sheet.countyCode,
    month: sheet.month,
  };
  const headParts = [
    "沪滇劳务协作",
    `第 ${sheet.number} 张（${WAGE_SHEET_STATE_LABELS[sheet.state]}）`,
    ...[sheet.township, sheet.fundSource].filter((part) => part !== ""),
    `实发合计：${yuanText(fen(total))}`,
    `已签收 ${signed} 人`,
    wageRuleText(await findLeaveRule(tx, sheet)),
  ];
  return postFormOf(place, wageFormLayout, { headParts, rows });
}

type Line = Awaited<ReturnType<typeof linesOf>>[number];

function linesOf(tx: Tx, sheetId: string) {
  return tx.wageLine.findMany({
    where: { sheetId, removedAt: null },
    orderBy: [{ lineNo: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, lineNo: true, name: true, personId: true, rateFen: true, workedDays: true },
      ...{
        leaveDays: true,
        absentDays: true,
        termDays: true,
        dueFen: true,
        adjustFen: true,
        payFen: true,
      },
      ...{ paymentState: true, paidOn: true, appointment: { select: { title: true } } },
      account: { select: { id: true, bankName: true, accountSealed: true } },
    },
  });
}

async function numbersBy(tx: Tx, lines: readonly Line[], isFull: boolean) {
  const people = await tx.person.findMany({
    where: { id: { in: lines.map(({ personId }) => personId) } },
    select: { id: true, idIndex: true, idSealed: true, phoneSealed: true },
  });
  const numbersOf = isFull ? openNumbers : maskedNumbers;
  return new Map(people.map((one) => [one.id, numbersOf(one).idCardNumber]));
}

function amountTexts(line: Line) {
  return {
    rate: yuanColumn(fen(line.rateFen)),
    worked: String(line.workedDays),
    rest: String(restDays(line)),
    leave: String(line.leaveDays),
    absent: String(line.absentDays),
    due: yuanColumn(fen(line.dueFen)),
    adjust: line.adjustFen === 0 ? "" : yuanColumn(fen(line.adjustFen)),
    pay: yuanColumn(fen(line.payFen)),
  };
}

function paymentText({ paymentState, paidOn, payFen }: Line): string {
  if (paidOn !== null) return paidOn.toISOString().slice(0, 10);
  if (payFen === 0) return "不发放";
  return paymentState === null ? "未发放" : PAYMENT_STATE_LABELS[paymentState as PaymentState];
}
