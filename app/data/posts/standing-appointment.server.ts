import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findAppointment, type AppointmentRecord } from "./appointment-store.server";

export interface StandingRefusal {
  readonly kind: "notFound" | "forbidden" | "removed" | "changedByOthers";
}

/** An appointment as the form showed it. */
export interface AskedAppointment {
  readonly appointmentId: string;
  readonly version: number;
}

/**
 * The appointment that stands at the version that the form showed, held, when the actor has the right that the work
 * asks for: writing unless told.
 */
export async function standingAppointment(
  tx: Tx,
  actor: Actor,
  asked: AskedAppointment,
  on: string,
  needs: (one: AppointmentRecord) => Action = () => "post.write",
): Promise<Outcome<AppointmentRecord, StandingRefusal>> {
  const one = await findAppointment(tx, asked.appointmentId);
  if (one === null || !may(actor, "post.read", one.countyCode, on)) {
    return refused({ kind: "notFound" });
  }
  if (!may(actor, needs(one), one.countyCode, on)) return refused({ kind: "forbidden" });
  if (one.isRemoved) return refused({ kind: "removed" });
  return one.version === asked.version ? done(one) : refused({ kind: "changedByOthers" });
}

/** Works on such an appointment in a transaction of its own. */
export function ofStandingAppointment<Refusal>(
  actor: Actor,
  asked: AskedAppointment,
  now: Date,
  work: (tx: Tx, one: AppointmentRecord) => Promise<Outcome<null, Refusal>>,
  needs?: (one: AppointmentRecord) => Action,
): Promise<Outcome<null, Refusal | StandingRefusal>> {
  return inTransaction(actor, async (tx) => {
    const found = await standingAppointment(tx, actor, asked, dayInChina(now), needs);
    return found.ok ? work(tx, found.value) : found;
  });
}
