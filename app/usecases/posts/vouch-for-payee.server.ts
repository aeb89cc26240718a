import {
  findPayeeAccounts,
  othersOnAccount,
  vouchForAccount,
} from "~/data/people/payee-account-store.server";
import { findAppointment, leaveAppointmentTrail } from "~/data/posts/appointment-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface VouchRefusal {
  readonly kind:
    | "notFound"
    | "forbidden"
    | "noAccount"
    | "ownWork"
    | "noNote"
    | "notShared"
    /** Others have registered the very number: only one of them can be right. */
    | "othersStand";
}

const NOTE = { shortest: 4, longest: 200 };

/** A reviewer has seen whose card it is: another's pay once went there, and the account is this person's all the same. */
export function vouchForPayee(
  actor: Actor,
  asked: { readonly appointmentId: string; readonly note: string },
  now: Date,
): Promise<Outcome<null, VouchRefusal>> {
  const note = withNumbersMasked(asked.note.trim()).slice(0, NOTE.longest);
  const on = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await findAppointment(tx, asked.appointmentId);
    if (one === null || !may(actor, "post.read", one.countyCode, on)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "wage.review", one.countyCode, on)) return refused({ kind: "forbidden" });
    const account = (await findPayeeAccounts(tx, [one.personId])).get(one.personId);
    if (account === undefined) return refused({ kind: "noAccount" });
    if (account.recordedBy === actor.userId) return refused({ kind: "ownWork" });
    if (note.length < NOTE.shortest) return refused({ kind: "noNote" });
    const { others, standing } = await othersOnAccount(tx, account);
    if (others === 0) return refused({ kind: "notShared" });
    if (standing > 0) return refused({ kind: "othersStand" });
    await vouchForAccount(tx, account.id, note, { userId: actor.userId, name: actor.name, now });
    await leaveAppointmentTrail(tx, actor, one, {
      ...{ action: "payee.vouch", at: now, detail: { note } },
    });
    return done(null);
  });
}
