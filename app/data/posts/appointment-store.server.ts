import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import type { AppointmentState, LeaveReason } from "~/domain/posts/post";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

/** What an appointment takes over from its quota when it is agreed; later changes of the quota leave it alone. */
export interface AgreedTerms {
  readonly quotaId: string | null;
  readonly township: string;
  readonly village: string;
  readonly title: string;
  readonly employer: string;
  readonly monthlyRateFen: Fen;
  readonly fundSource: string;
}

/** A temporary public-service post of one person, as whoever changes it needs it. */
export interface AppointmentRecord extends AgreedTerms {
  readonly id: string;
  readonly countyCode: string;
  readonly personId: string;
  readonly idIndex: Uint8Array;
  readonly name: string;
  readonly startsOn: CalendarDate;
  /** The last day agreed. */
  readonly endsOn: CalendarDate;
  readonly shortReason: string;
  readonly leftOn: CalendarDate | null;
  readonly leaveReason: LeaveReason | "";
  readonly leaveNote: string;
  readonly replacesId: string | null;
  readonly state: AppointmentState;
  readonly noticeId: string | null;
  readonly verifiedCategory: string | null;
  readonly note: string;
  readonly createdBy: string;
  readonly isRemoved: boolean;
  readonly version: number;
}

/** The appointment, held against other writers of it until the transaction ends; null out of scope. */
export async function findAppointment(tx: Tx, id: string): Promise<AppointmentRecord | null> {
  if (!isUuid(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM post_appointment WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.postAppointment.findUnique({ where: { id } });
  return row === null ? null : recordOf(row);
}

/** These appointments, held one after the other; those out of scope are not in the answer. */
export async function findAppointments(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly AppointmentRecord[]> {
  const found: AppointmentRecord[] = [];
  for (const id of [...new Set(ids)].sort()) {
    const one = await findAppointment(tx, id);
    if (one !== null) found.push(one);
  }
  return found;
}

export function recordOf(row: Prisma.PostAppointmentGetPayload<object>): AppointmentRecord {
  const { id, countyCode, personId, idIndex, name, replacesId, noticeId, version } = row;
  const { quotaId, township, village, title, employer, fundSource, verifiedCategory } = row;
  const { shortReason, leaveNote, note, createdBy } = row;
  return {
    ...{ id, countyCode, personId, idIndex, name, replacesId, noticeId, version, createdBy },
    ...{ quotaId, township, village, title, employer, fundSource, verifiedCategory },
    ...{ shortReason, leaveNote, note, isRemoved: row.removedAt !== null },
    monthlyRateFen: fen(row.monthlyRateFen),
    startsOn: dayOf(row.startsOn),
    endsOn: dayOf(row.endsOn),
    leftOn: row.leftOn === null ? null : dayOf(row.leftOn),
    // The database and the forms hold these to their words.
    leaveReason: row.leaveReason as AppointmentRecord["leaveReason"],
    state: row.state as AppointmentState,
  };
}

/** Enters a proposed appointment. The database refuses a second post on the same days, whoever writes it. */
export async function saveAppointment(
  tx: Tx,
  row: Omit<
    Prisma.PostAppointmentUncheckedCreateInput,
    "state" | "createdAt" | "updatedAt" | "createdBy" | "createdByName"
  >,
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  const { userId: createdBy, name: createdByName, now } = by;
  const written = { createdBy, createdByName, createdAt: now, updatedAt: now };
  await tx.postAppointment.create({ data: { ...row, state: "proposed", ...written } });
}

/** Changes a standing appointment at the version that was read. False when somebody else came first. */
export async function updateAppointment(
  tx: Tx,
  { id, version }: Pick<AppointmentRecord, "id" | "version">,
  now: Date,
  data: Omit<Prisma.PostAppointmentUncheckedUpdateManyInput, "version" | "updatedAt">,
): Promise<boolean> {
  const { count } = await tx.postAppointment.updateMany({
    where: { id, version, removedAt: null },
    data: { ...data, updatedAt: now, version: { increment: 1 } },
  });
  return count === 1;
}

/** The trail of what was done to an appointment; its person goes by name, never by number. */
export function leaveAppointmentTrail(
  tx: Tx,
  actor: Actor,
  one: Pick<AppointmentRecord, "id" | "countyCode" | "name">,
  event: { readonly action: string; readonly at: Date; readonly detail: object },
): Promise<void> {
  return leaveTrail(tx, {
    ...{ at: event.at, actorId: actor.userId, actorName: actor.name, action: event.action },
    ...{ subjectKind: "postAppointment", subjectId: one.id, countyCode: one.countyCode },
    detail: { person: one.name, ...event.detail },
  });
}

function dayOf(date: Date): CalendarDate {
  return day(date.toISOString().slice(0, 10));
}
