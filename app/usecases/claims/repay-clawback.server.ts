import { enterRepayment } from "~/data/claims/claim-spending.server";
import {
  changeClawback,
  heldClawback,
  leaveClawbackTrail,
  type ClawbackRefusal,
} from "~/data/claims/clawback-store.server";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import type { Actor } from "~/domain/access/actor";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { yuanText } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RepayClawbackRefusal =
  | ClawbackRefusal
  /** He confirmed it. */
  | { readonly kind: "ownWork" }
  | { readonly kind: "voucherMissing" }
  /** After today, or before the money was paid. */
  | { readonly kind: "future" | "beforePaid" };

/** Enters that all of it has come back, under its voucher: the pot has it again. */
export function repayClawback(
  actor: Actor,
  asked: {
    readonly clawbackId: string;
    readonly version: number;
    readonly repaidOn: CalendarDate;
    readonly voucherNo: string;
    readonly file: ReceivedFile | null;
  },
  now: Date,
): Promise<Outcome<null, RepayClawbackRefusal>> {
  const { repaidOn, file } = asked;
  const voucherNo = asked.voucherNo.trim();
  const step = { needs: "clawback.collect", states: ["confirmed"], now } as const;
  return inTransaction<Outcome<null, RepayClawbackRefusal>>(actor, async (tx) => {
    const held = await heldClawback(tx, actor, asked, step);
    if (!held.ok) return held;
    const one = held.value;
    const { countyCode, amountFen, decidedBy, decidedAt } = one;
    if (decidedBy === null || decidedAt === null) throw new Error("confirmed by nobody");
    if (decidedBy === actor.userId) return refused({ kind: "ownWork" });
    if (voucherNo === "") return refused({ kind: "voucherMissing" });
    if (repaidOn > dayInChina(now)) return refused({ kind: "future" });
    if (one.paidOn !== null && repaidOn < one.paidOn) return refused({ kind: "beforePaid" });
    if (file !== null) {
      await saveStoredFile(tx, file, { countyCode, purpose: "clawback", actor, now });
    }
    await changeClawback(tx, one.id, {
      ...{ state: "repaid", repaidOn: new Date(repaidOn), repaidFen: amountFen, voucherNo },
      ...{ fileId: file?.id ?? null, fileName: file?.fileName ?? "" },
    });
    const confirmed = { by: decidedBy, byName: one.decidedByName, at: decidedAt };
    const of = { potId: one.potId, countyCode, label: one.claim };
    const back = { clawbackId: one.id, person: one.person, amountFen, repaidOn, voucherNo };
    await enterRepayment(tx, of, { ...back, confirmed }, { actor, now });
    const detail = { amount: yuanText(amountFen), source: voucherNo };
    await leaveClawbackTrail(tx, one, { actor, now, action: "clawback.repay", detail });
    return done(null);
  });
}
