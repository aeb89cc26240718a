import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";

/** Somebody as the public was told of him; it stands, whatever becomes of him or the notice. */
export interface ToldPerson {
  readonly appointmentId: string;
  readonly name: string;
  readonly sex: string;
  readonly township: string;
  readonly village: string;
  readonly title: string;
  readonly employer: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Whom the public was told of, village by village. */
export async function toldPeople(tx: Tx, noticeId: string): Promise<ToldPerson[]> {
  const rows = await tx.postNoticePerson.findMany({
    where: { noticeId },
    orderBy: [{ township: "asc" }, { village: "asc" }, { title: "asc" }, { appointmentId: "asc" }],
  });
  return rows.map(({ appointmentId, name, sex, township, village, title, employer, ...row }) => ({
    ...{ appointmentId, name, sex, township, village, title, employer },
    startsOn: day(row.startsOn.toISOString().slice(0, 10)),
    endsOn: day(row.endsOn.toISOString().slice(0, 10)),
  }));
}

/** Ids of the appointments that the public was told of. */
export async function noticedIds(tx: Tx, noticeId: string): Promise<string[]> {
  const rows = await tx.postNoticePerson.findMany({
    where: { noticeId },
    select: { appointmentId: true },
  });
  return rows.map(({ appointmentId }) => appointmentId);
}

/** How many of the notice are confirmed and stand. */
export function countConfirmed(tx: Tx, noticeId: string): Promise<number> {
  return tx.postAppointment.count({ where: { noticeId, state: "confirmed", removedAt: null } });
}
