import { settlePerson, type PersonRefusal } from "~/data/placements/placed-person-store.server";
import { wholeOrNothing } from "~/data/placements/whole-or-nothing.server";
import { leaveAppointmentTrail, saveAppointment } from "~/data/posts/appointment-store.server";
import {
  checkColumns,
  settleAppointment,
  type SettleRefusal,
} from "~/data/posts/settle-appointment.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { PlacedPerson } from "~/domain/placements/filing";
import type { AppointmentForm } from "~/domain/posts/appointment";
import { refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";

export type ProposeRefusal = PersonRefusal | SettleRefusal | { readonly kind: "forbidden" };

/**
 * Proposes a person for a post of his home county; answers the appointment's id. The registry in force on the first
 * day says whether he is verified: who is not can be proposed, but not confirmed.
 */
export async function proposeAppointment(
  actor: Actor,
  asked: { readonly person: PlacedPerson; readonly form: AppointmentForm },
  now: Date,
): Promise<Outcome<string, ProposeRefusal>> {
  const today = dayInChina(now);
  const { person, form } = asked;
  if (person.personId === null && !may(actor, "post.write", person.countyCode, today)) {
    return refused({ kind: "forbidden" });
  }
  return wholeOrNothing<string, ProposeRefusal>(actor, async (tx, take) => {
    const placed = take(await settlePerson(tx, person, form.startsOn, now));
    const { countyCode, id: personId, name, pinyinInitials, sex } = placed;
    if (!may(actor, "post.write", countyCode, today)) return take(refused({ kind: "forbidden" }));
    const idIndex = new Uint8Array(placed.idIndex);
    const whom = { id: null, personId, idIndex, name, countyCode };
    const { agreed, check } = take(await settleAppointment(tx, whom, form));
    const id = newId();
    const { startsOn, endsOn, shortReason, replacesId } = form;
    const row = {
      ...{ id, countyCode, personId, idIndex, name, pinyinInitials, sex, shortReason, replacesId },
      ...{ ...agreed, ...checkColumns(check), note: withNumbersMasked(form.note) },
      ...{ startsOn: new Date(startsOn), endsOn: new Date(endsOn) },
    };
    await saveAppointment(tx, row, { userId: actor.userId, name: actor.name, now });
    const detail = { name: agreed.title, startsOn, endsOn };
    const event = { action: "post.appoint", at: now, detail };
    await leaveAppointmentTrail(tx, actor, { id, countyCode, name }, event);
    return id;
  });
}
