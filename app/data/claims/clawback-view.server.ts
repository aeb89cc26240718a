import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { DECIDED_CLAWBACKS } from "~/domain/claims/clawback";
import { readsWholeClaim } from "~/domain/claims/reader";
import { ruleTitle } from "~/domain/claims/stored-verdict";
import { fen, type Fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { findClawback, type ClawbackRecord } from "./clawback-store.server";

export interface ClawbackPage extends Pick<
  ClawbackRecord,
  | ("id" | "amountFen" | "state" | "version" | "person" | "claim" | "batchId" | "lineId")
  | ("paymentState" | "paidOn")
> {
  readonly countyName: string;
  readonly lineFen: Fen;
  readonly reason: string;
  /** Rules that the line was found to break; none where a person proposed it. */
  readonly rules: readonly { readonly id: string; readonly title: string }[];
  readonly proposed: { readonly name: string; readonly at: string };
  readonly decided: { readonly name: string; readonly at: string; readonly said: string } | null;
  readonly repaid: {
    readonly on: string;
    readonly voucherNo: string;
    readonly fileName: string;
  } | null;
  /** There is a voucher, and the reader may fetch it. */
  readonly opensFile: boolean;
  readonly isOwn: boolean;
  readonly mayDecide: boolean;
  readonly mayCollect: boolean;
}

/** Null: none in scope, or the reader may not read claims there. */
export function viewClawback(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<ClawbackPage | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findClawback(tx, id ?? "");
    if (one === null || !may(actor, "claim.read", one.countyCode, on)) return null;
    const readsWhole = readsWholeClaim(actor, one.countyCode, on);
    if (!readsWhole && !DECIDED_CLAWBACKS.includes(one.state)) return null;
    const row = await tx.clawback.findUniqueOrThrow({
      where: { id: one.id },
      include: { line: { select: { amountFen: true } } },
    });
    const { countyCode, proposedBy, decidedBy, decidedAt, amountFen, state, version } = one;
    const rules = row.source === "RULE" ? row.sourceRef.split(",") : [];
    return {
      ...{ id: one.id, amountFen, state, version, person: one.person, claim: one.claim },
      ...{ batchId: one.batchId, lineId: one.lineId, paymentState: one.paymentState },
      paidOn: one.paidOn,
      countyName: regionName(countyCode) ?? countyCode,
      ...{ lineFen: fen(row.line.amountFen), reason: row.reason },
      opensFile: one.file !== null && readsWhole,
      rules: rules.map((rule) => ({ id: rule, title: ruleTitle(rule) })),
      proposed: { name: row.proposedByName, at: row.proposedAt.toISOString() },
      decided: decidedAt && {
        ...{ name: one.decidedByName, at: decidedAt.toISOString(), said: row.decision },
      },
      repaid: row.repaidOn && {
        on: row.repaidOn.toISOString().slice(0, 10),
        ...{ voucherNo: row.voucherNo, fileName: row.fileName },
      },
      isOwn: [proposedBy, decidedBy].includes(actor.userId),
      mayDecide: may(actor, "clawback.decide", countyCode, on),
      mayCollect: may(actor, "clawback.collect", countyCode, on),
    };
  });
}
