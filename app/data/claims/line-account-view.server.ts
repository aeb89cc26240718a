import { findPayeeAccounts } from "~/data/people/payee-account-store.server";
import { accountOf, type AccountStanding } from "~/data/posts/account-standing.server";
import type { Actor } from "~/domain/access/actor";
import type { LinePayment } from "~/domain/claims/line-payment";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { isUnseenAccount } from "./unseen-account.server";

export interface LineAccountPage {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly paymentState: LinePayment | null;
  readonly account: AccountStanding | null;
  /** The account was entered after the claim was handed in: it waits for a reviewer's confirmation. */
  readonly isUnseen: boolean;
  /** The bank refused the very number that stands. */
  readonly isRefused: boolean;
  /** What the bank said of the line before and nobody has released, the last first. */
  readonly refusals: readonly { readonly number: number; readonly reason: string }[];
}

/** Where the money of a line goes; null: no such line of the claim. */
export function viewLineAccount(
  actor: Actor,
  batchId: string,
  lineId: string | undefined,
): Promise<LineAccountPage | null> {
  if (!isUuid(lineId)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const line = await tx.claimLine.findFirst({ where: { id: lineId, batchId, removedAt: null } });
    if (line === null) return null;
    const failed = await tx.claimAttempt.findMany({
      where: { lineId, state: "FAILED", releasedAt: null },
      select: { reason: true, payment: { select: { number: true } } },
      orderBy: { payment: { number: "desc" } },
    });
    const { id, lineNo, name } = line;
    return {
      ...{ id, lineNo, name, paymentState: line.paymentState as LinePayment | null },
      account: await accountOf(tx, line),
      ...(await doubtsOf(tx, batchId, line)),
      refusals: failed.map(({ reason, payment }) => ({ reason, number: payment.number })),
    };
  });
}

async function doubtsOf(tx: Tx, batchId: string, { personId }: { readonly personId: string }) {
  const one = (await findPayeeAccounts(tx, [personId])).get(personId);
  if (one === undefined) return { isUnseen: false, isRefused: false };
  const refused = await tx.claimAttempt.count({
    where: {
      ...{ state: "FAILED", releasedAt: null },
      account: { personId, accountIndex: new Uint8Array(one.accountIndex) },
    },
  });
  return { isUnseen: await isUnseenAccount(tx, batchId, one.id), isRefused: refused > 0 };
}
