import { findPayeeAccounts, type PayeeAccount } from "~/data/people/payee-account-store.server";
import { whyNotSent } from "~/domain/posts/sending";
import type { Tx } from "~/platform/prisma/client.server";
import { othersOnAccounts } from "./wage-line-findings.server";
import { findUnpaidLines, type UnpaidLine } from "./wage-payment-store.server";

export interface WageToSend extends UnpaidLine {
  /** The account that stands now. */
  readonly account: PayeeAccount | null;
  /** Chinese; null when it can go to the bank. */
  readonly obstacle: string | null;
}

/** Every line of the sheet whose money is still to go out, and what keeps it back. */
export async function findWagesToSend(tx: Tx, sheetId: string): Promise<WageToSend[]> {
  const lines = await findUnpaidLines(tx, sheetId);
  if (lines.length === 0) return [];
  const accounts = await findPayeeAccounts(
    tx,
    lines.map(({ personId }) => personId),
  );
  const others = await othersOnAccounts(tx, [...accounts.values()]);
  return lines.map((line) => {
    const account = accounts.get(line.personId) ?? null;
    const shown = account && { ...account, others: others.get(account.id) ?? 0 };
    return { ...line, account, obstacle: whyNotSent({ ...line, account: shown }) };
  });
}
