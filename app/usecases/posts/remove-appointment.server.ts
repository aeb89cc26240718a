import {
  leaveAppointmentTrail,
  updateAppointment,
  type AppointmentRecord,
} from "~/data/posts/appointment-store.server";
import { wageMonthsOf } from "~/data/posts/leaving-store.server";
import {
  ofStandingAppointment,
  type AskedAppointment,
  type StandingRefusal,
} from "~/data/posts/standing-appointment.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { WageMonth } from "~/domain/posts/leaving";
import { removingNeeds } from "~/domain/posts/removing";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";

export type RemoveRefusal =
  StandingRefusal | { readonly kind: "wagesStand"; readonly month: WageMonth };

/**
 * Takes an appointment back, with a reason, while no wages of it stand on a sheet; it stays as history. What the
 * reviewer has confirmed only a reviewer takes off.
 */
export function removeAppointment(
  actor: Actor,
  asked: AskedAppointment & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, RemoveRefusal>> {
  const remove = async (tx: Tx, one: AppointmentRecord): Promise<Outcome<null, RemoveRefusal>> => {
    const [month] = await wageMonthsOf(tx, one.id);
    if (month !== undefined) return refused({ kind: "wagesStand", month });
    const reason = withNumbersMasked(asked.reason);
    const isRemoved = await updateAppointment(tx, one, now, {
      ...{ removedAt: now, removedReason: reason },
    });
    if (!isRemoved) return refused({ kind: "changedByOthers" });
    const detail = { name: one.title, startsOn: one.startsOn, reason };
    await leaveAppointmentTrail(tx, actor, one, { action: "post.remove", at: now, detail });
    return done(null);
  };
  return ofStandingAppointment<RemoveRefusal>(actor, asked, now, remove, ({ state }) =>
    removingNeeds(state),
  );
}
