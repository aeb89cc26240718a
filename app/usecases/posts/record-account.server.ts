import { leaveAppointmentTrail } from "~/data/posts/appointment-store.server";
import { savePayeeAccount } from "~/data/people/payee-account-store.server";
import {
  ofStandingAppointment,
  type AskedAppointment,
  type StandingRefusal,
} from "~/data/posts/standing-appointment.server";
import type { Actor } from "~/domain/access/actor";
import { maskBankAccount } from "~/domain/people/bank-account";
import type { AccountForm } from "~/domain/posts/appointment";
import { done, type Outcome } from "~/domain/shared/outcome";

/** Writes the account that the holder's pay goes to from now on; the one before is kept. */
export function recordAccount(
  actor: Actor,
  asked: AskedAppointment,
  { holderName, bankName, account }: AccountForm,
  now: Date,
): Promise<Outcome<null, StandingRefusal>> {
  return ofStandingAppointment<StandingRefusal>(actor, asked, now, async (tx, one) => {
    const { personId, countyCode } = one;
    const row = { personId, countyCode, holderName, bankName, account };
    await savePayeeAccount(tx, row, { userId: actor.userId, name: actor.name, now });
    const detail = { account: `${bankName} ${maskBankAccount(account)}`, name: holderName };
    await leaveAppointmentTrail(tx, actor, one, { action: "payee.change", at: now, detail });
    return done(null);
  });
}
