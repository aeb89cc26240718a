import { maskedAccount } from "~/data/people/payee-account-store.server";
import { maskedNumbers } from "~/data/rosters/masked-line.server";
import { restDays } from "~/domain/posts/attendance";
import type { WageFacts } from "~/domain/posts/wage-receipt";
import { fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** What stands behind a line of a wage roster, numbers masked; null for a line of anything else. */
export async function readWageFacts(tx: Tx, lineId: string): Promise<WageFacts | null> {
  const wage = await tx.wageLine.findFirst({
    where: { id: lineId, removedAt: null },
    select: {
      ...{ name: true, countyCode: true, month: true, workedDays: true },
      ...{ termDays: true, leaveDays: true, absentDays: true },
      ...{ dueFen: true, adjustFen: true, payFen: true, paidOn: true },
      appointment: { select: { title: true } },
      account: { select: { id: true, bankName: true, accountSealed: true } },
    },
  });
  if (wage === null) return null;
  const line = await tx.rosterLine.findUniqueOrThrow({
    where: { id: lineId },
    select: { idIndex: true, idSealed: true, phoneSealed: true },
  });
  const { name, countyCode, month, workedDays, account, paidOn } = wage;
  return {
    ...{ kind: "WAGES", name, workedDays, post: wage.appointment.title },
    restDays: restDays(wage),
    idMasked: maskedNumbers(line).idCardNumber,
    countyName: regionName(countyCode) ?? countyCode,
    month: month.toISOString().slice(0, 10),
    ...{ dueFen: fen(wage.dueFen), adjustFen: fen(wage.adjustFen), payFen: fen(wage.payFen) },
    bankName: account?.bankName ?? "",
    accountMasked: account === null ? "" : maskedAccount(account),
    paidOn: paidOn?.toISOString().slice(0, 10) ?? null,
  };
}
