import { isOverQuota } from "~/data/people/number-quota.server";
import { findPayeeAccounts, openAccount } from "~/data/people/payee-account-store.server";
import { findAppointment, leaveAppointmentTrail } from "~/data/posts/appointment-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface RevealAccountRefusal {
  readonly kind: "notFound" | "forbidden" | "noAccount" | "noReason" | "tooMany";
}

const ACTION = "payee.reveal";
const LIMITS = { perMinute: 30, perDay: 300 };
const REASON = { shortest: 2, longest: 200 };

/** Shows the account of whoever holds a post in full, for a reason that goes into the trail with it. */
export function revealAccount(
  actor: Actor,
  appointmentId: string,
  typedReason: string,
  now: Date,
): Promise<Outcome<{ readonly account: string }, RevealAccountRefusal>> {
  const reason = withNumbersMasked(typedReason.trim()).slice(0, REASON.longest);
  const on = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await findAppointment(tx, appointmentId);
    if (one === null || !may(actor, "post.read", one.countyCode, on)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "account.reveal", one.countyCode, on)) return refused({ kind: "forbidden" });
    const account = (await findPayeeAccounts(tx, [one.personId])).get(one.personId);
    if (account === undefined) return refused({ kind: "noAccount" });
    if (reason.length < REASON.shortest) return refused({ kind: "noReason" });
    if (await isOverQuota(tx, actor.userId, ACTION, LIMITS, now)) {
      return refused({ kind: "tooMany" });
    }
    await leaveAppointmentTrail(tx, actor, one, { action: ACTION, at: now, detail: { reason } });
    return done({ account: openAccount(account) });
  });
}
