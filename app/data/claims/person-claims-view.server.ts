import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { CLAIM_STATE_LABELS, toClaimKind, type ClaimState } from "~/domain/claims/claim";
import { claimName } from "~/domain/claims/claim-name";
import { LINE_PAYMENT_LABELS, type LinePayment } from "~/domain/claims/line-payment";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A subsidy that was claimed for a person. */
export interface PersonClaim {
  readonly id: string;
  readonly batchId: string;
  readonly claim: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly amountFen: Fen;
  /** Of its payment once there is one, else of the batch. */
  readonly state: string;
}

const MOST_LINES = 100;

/** The subsidies claimed for a person in the counties the actor sees, the latest first; lines taken out left out. */
export function viewPersonClaims(
  actor: Actor,
  personId: string,
  on: string,
): Promise<readonly PersonClaim[]> {
  return inTransaction(narrowedTo(actor, "claim.read", on), async (tx) => {
    const rows = await tx.claimLine.findMany({
      where: { personId, removedAt: null, batch: { removedAt: null } },
      include: { batch: { select: { year: true, number: true, state: true } } },
      orderBy: [{ periodFrom: "desc" }, { id: "desc" }],
      take: MOST_LINES,
    });
    return rows.map(claimOf);
  });
}

type Row = Prisma.ClaimLineGetPayload<{
  include: { batch: { select: { year: true; number: true; state: true } } };
}>;

function claimOf({ id, batchId, batch, paymentState, ...row }: Row): PersonClaim {
  const kind = toClaimKind(row.kind);
  return {
    ...{ id, batchId, amountFen: fen(row.amountFen) },
    claim: kind === null ? row.kind : claimName({ ...batch, kind }),
    periodFrom: row.periodFrom.toISOString().slice(0, 10),
    periodTo: row.periodTo.toISOString().slice(0, 10),
    state:
      paymentState === null
        ? CLAIM_STATE_LABELS[batch.state as ClaimState]
        : LINE_PAYMENT_LABELS[paymentState as LinePayment],
  };
}
