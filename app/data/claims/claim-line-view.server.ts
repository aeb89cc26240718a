import { maskedAccount } from "~/data/people/payee-account-store.server";
import { maskedIds } from "~/data/people/masked-ids.server";
import type { Actor } from "~/domain/access/actor";
import type { ClaimSource, ClaimUnit } from "~/domain/claims/claim";
import type { RateUsed } from "~/domain/claims/drawing";
import type { LinePayment } from "~/domain/claims/line-payment";
import { DROPPED_REASON } from "~/domain/claims/redraw";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { ClaimHead } from "./claim-head-view.server";
import { lineCheck, type LineCheck } from "./line-check-view.server";
import { lineSource, type LineSource } from "./line-source.server";

export interface ClaimLinePage {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly maskedId: string;
  readonly personId: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly eventOn: string;
  readonly quantity: number;
  readonly unit: ClaimUnit;
  readonly rateFen: Fen | null;
  readonly amountFen: Fen;
  readonly payment: LinePayment | null;
  readonly paidOn: string | null;
  readonly failReason: string;
  readonly removedReason: string | null;
  /** Taken out by hand, and may come back so. */
  readonly isTakenOut: boolean;
  readonly rate: RateUsed | null;
  readonly source: LineSource;
  /** Null for a district officer, or where there is none. */
  readonly account: {
    readonly holder: string;
    readonly bank: string;
    readonly masked: string;
  } | null;
  /** Null before a check, and for a district officer. */
  readonly check: LineCheck | null;
}

/** One line of a claim; null where the claim has none such. */
export function viewClaimLine(
  actor: Actor,
  head: Pick<ClaimHead, "id" | "countyCode" | "readsWhole">,
  lineId: string | undefined,
): Promise<ClaimLinePage | null> {
  if (!isUuid(lineId)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const row = await findRow(tx, head.id, lineId);
    if (row === null) return null;
    const { id, lineNo, name, personId, unit, rateFen, removedReason, sourceId } = row;
    const isRemoved = row.removedAt !== null;
    return {
      ...{ id, lineNo, name, personId, unit: unit as ClaimUnit, failReason: row.failReason ?? "" },
      ...{
        eventOn: iso(row.eventOn),
        periodFrom: iso(row.periodFrom),
        periodTo: iso(row.periodTo),
      },
      ...{ quantity: Number(row.quantity), amountFen: fen(row.amountFen) },
      rateFen: rateFen === null ? null : fen(rateFen),
      payment: row.paymentState as LinePayment | null,
      paidOn: row.paidOn === null ? null : iso(row.paidOn),
      removedReason: isRemoved ? (removedReason ?? "") : null,
      isTakenOut: isRemoved && removedReason !== DROPPED_REASON,
      maskedId: (await maskedIds(tx, [personId])).get(personId) ?? "",
      // Written by the drawing alone.
      rate: row.rate as RateUsed | null,
      source: await lineSource(tx, { sourceKind: row.sourceKind as ClaimSource, sourceId }),
      account: head.readsWhole ? accountOf(row) : null,
      check: head.readsWhole ? await lineCheck(tx, head.countyCode, row) : null,
    };
  });
}

function findRow(tx: Tx, batchId: string, id: string) {
  return tx.claimLine.findFirst({ where: { id, batchId }, include: { account: true } });
}
type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

const iso = (at: Date) => at.toISOString().slice(0, 10);

function accountOf({ account }: Row): ClaimLinePage["account"] {
  if (account === null) return null;
  return { holder: account.holderName, bank: account.bankName, masked: maskedAccount(account) };
}
