import { recordClaimSpending, releaseFromPot } from "~/data/funds/pot-store.server";
import type { Actor } from "~/domain/access/actor";
import { claimName } from "~/domain/claims/claim-name";
import type { MatchedLine } from "~/domain/posts/bank-match";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { ClaimBatchRecord } from "./claim-store.server";

interface By {
  readonly actor: Actor;
  readonly now: Date;
}

/** Enters what the bank has paid of a file among the pot's spending, on the last of its days; answers how many lines. */
export async function enterSpending(
  tx: Tx,
  claim: ClaimBatchRecord,
  answer: {
    readonly payment: { readonly id: string; readonly number: number };
    readonly matched: readonly MatchedLine[];
    readonly voucherNo: string;
  },
  { actor, now }: By,
): Promise<number> {
  const { payment, matched, voucherNo } = answer;
  const days: CalendarDate[] = [];
  let total = 0;
  for (const { line, outcome } of matched) {
    if (outcome.kind !== "paid") continue;
    days.push(outcome.paidOn);
    total += line.payFen;
  }
  const spentOn = days.sort().at(-1);
  if (spentOn === undefined) return 0;
  const purpose = `${claimName(claim)}第${payment.number}次代发，${days.length} 人`;
  const spending = {
    ...{ potId: claim.potId, regionCode: claim.countyCode, claimPaymentId: payment.id },
    ...{ spentOn, amountFen: fen(total), purpose, voucherNo },
    payee: claim.payeeUnit ?? "申领人员本人",
  };
  const by = { userId: actor.userId, name: actor.name, now };
  await recordClaimSpending(tx, newId(), spending, by);
  return days.length;
}

/**
 * Money that came back: below nought among the pot's spending, and free again in the pot. It was reviewed by whoever
 * confirmed that it is owed.
 */
export async function enterRepayment(
  tx: Tx,
  claim: { readonly potId: string; readonly countyCode: string; readonly label: string },
  back: {
    readonly clawbackId: string;
    readonly person: string;
    readonly amountFen: Fen;
    readonly repaidOn: CalendarDate;
    readonly voucherNo: string;
    readonly confirmed: { readonly by: string; readonly byName: string; readonly at: Date };
  },
  { actor, now }: By,
): Promise<void> {
  const { amountFen, repaidOn, voucherNo, confirmed } = back;
  await tx.expenditure.create({
    data: {
      ...{ id: newId(), potId: claim.potId, regionCode: claim.countyCode },
      ...{ spentOn: new Date(repaidOn), amountFen: -BigInt(amountFen), category: "SUBSIDY" },
      ...{ purpose: `追回${claim.label}`, payee: back.person, voucherNo },
      ...{ clawbackId: back.clawbackId, recordedBy: actor.userId, recordedByName: actor.name },
      ...{ recordedAt: now, reviewedBy: confirmed.by, reviewedByName: confirmed.byName },
      reviewedAt: confirmed.at,
    },
  });
  await releaseFromPot(tx, claim.potId, amountFen);
}
