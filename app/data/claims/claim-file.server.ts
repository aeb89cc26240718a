import { openAccount } from "~/data/people/payee-account-store.server";
import { writeBankFile } from "~/data/posts/bank-file.server";
import { claimName } from "~/domain/claims/claim-name";
import type { SentLine } from "~/domain/posts/bank-match";
import type { Tx } from "~/platform/prisma/client.server";
import type { ClaimPaymentRecord } from "./claim-payment-store.server";
import { findSentClaimLines } from "./claim-payment-store.server";
import type { ClaimBatchRecord } from "./claim-store.server";
import type { LineToSend } from "./lines-to-send.server";
import { findUnitAccount } from "./unit-account-store.server";

type Claim = Pick<ClaimBatchRecord, "id" | "kind" | "year" | "number" | "payeeUnit">;

/** The file for the bank: a row a person, or one for the unit. Null: the unit's account was not entered. */
export async function claimFileOf(
  tx: Tx,
  claim: Claim,
  lines: readonly LineToSend[],
): Promise<AsyncIterable<Buffer> | null> {
  const note = claimName(claim);
  if (claim.payeeUnit === null) {
    const rows = lines.flatMap(({ lineNo, amountFen, account }) =>
      account === null
        ? []
        : [
            {
              ...{ lineNo, payFen: amountFen, account: openAccount(account) },
              ...{ holderName: account.holderName, bankName: account.bankName },
            },
          ],
    );
    return writeBankFile(note, rows);
  }
  const unit = await findUnitAccount(tx, claim.id);
  if (unit === null) return null;
  const payFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return writeBankFile(note, [{ ...unit, lineNo: UNIT_LINE, payFen }]);
}

/** What the bank has to answer of a file: its people, or its one unit. */
export async function expectedAnswers(
  tx: Tx,
  claim: Claim,
  payment: ClaimPaymentRecord,
): Promise<{ readonly lines: readonly SentLine[]; readonly expected: readonly SentLine[] }> {
  const lines = await findSentClaimLines(tx, payment.id);
  if (claim.payeeUnit === null) return { lines, expected: lines };
  const unit = await findUnitAccount(tx, claim.id);
  const { totalFen } = payment;
  const one = { id: payment.id, lineNo: UNIT_LINE, name: claim.payeeUnit, payFen: totalFen };
  return { lines, expected: [{ ...one, account: unit?.account ?? "" }] };
}

const UNIT_LINE = 1;
