import { accountLines, writeAccountSheet } from "~/data/claims/account-sheet-file.server";
import { findBatch } from "~/data/claims/claim-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { claimName } from "~/domain/claims/claim-name";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface AccountSheet {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The sheet of a claim's people for their accounts to be filled in. */
export function exportAccountSheet(
  actor: Actor,
  batchId: string,
  now: Date,
): Promise<Outcome<AccountSheet, { readonly kind: "notFound" | "forbidden" }>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const claim = isUuid(batchId) ? await findBatch(tx, batchId) : null;
    if (claim === null || !may(actor, "claim.read", claim.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "claim.write", claim.countyCode, today)) return refused({ kind: "forbidden" });
    if (claim.payeeUnit !== null) return refused({ kind: "notFound" });
    const lines = await accountLines(tx, claim.id);
    const bytes = writeAccountSheet(lines);
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "claim.export" },
      ...{ subjectKind: "claimBatch", subjectId: claim.id, countyCode: claim.countyCode },
      detail: { name: claim.title, lines: lines.length },
    });
    return done({ fileName: `${claimName(claim)}收款账户.xlsx`, bytes });
  });
}
