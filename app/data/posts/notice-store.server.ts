import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import type { NoticeForm, NoticeState } from "~/domain/posts/notice";
import { isEnteredLate } from "~/domain/posts/notice";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import type { AppointmentRecord } from "./appointment-store.server";

export interface NoticeRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly title: string;
  readonly fromOn: CalendarDate;
  /** The last day of the notice. */
  readonly toOn: CalendarDate;
  readonly state: NoticeState;
  readonly createdBy: string;
  /** 补录: entered after its first day. */
  readonly isLate: boolean;
  readonly hasProof: boolean;
  readonly version: number;
}

/** The notice, held against other writers until the transaction ends; null out of scope. */
export async function findNotice(tx: Tx, id: string): Promise<NoticeRecord | null> {
  if (!isUuid(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM post_notice WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.postNotice.findUnique({ where: { id } });
  if (row === null) return null;
  return noticeOf(row);
}

export function noticeOf(row: Prisma.PostNoticeGetPayload<object>): NoticeRecord {
  const { id, countyCode, title, version, createdBy, createdAt, proofFileId } = row;
  const fromOn = day(row.fromOn.toISOString().slice(0, 10));
  return {
    ...{ id, countyCode, title, version, createdBy, fromOn, state: row.state as NoticeState },
    toOn: day(row.toOn.toISOString().slice(0, 10)),
    isLate: isEnteredLate(fromOn, dayInChina(createdAt)),
    hasProof: proofFileId !== null,
  };
}

export async function noticeStateOf(tx: Tx, id: string | null): Promise<NoticeState | null> {
  if (id === null) return null;
  const row = await tx.postNotice.findUnique({ where: { id }, select: { state: true } });
  return row === null ? null : (row.state as NoticeState);
}

/** Opens a notice over these appointments, which count as changed; what the public is told of them is kept for good. */
export async function saveNotice(
  tx: Tx,
  one: { readonly id: string; readonly countyCode: string; readonly form: NoticeForm },
  people: readonly AppointmentRecord[],
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  const { id, countyCode, form } = one;
  const { fromOn, toOn, title, place, contact } = form;
  await tx.postNotice.create({
    data: {
      ...{ id, countyCode, title, place, contact, state: "open" },
      ...{ fromOn: new Date(fromOn), toOn: new Date(toOn) },
      ...{ createdBy: by.userId, createdByName: by.name, createdAt: by.now },
    },
  });
  const ids = people.map((one) => one.id);
  await tx.$executeRaw`
    INSERT INTO post_notice_person (notice_id, appointment_id, county_code, name, sex, township, village, title,
      employer, starts_on, ends_on)
    SELECT ${id}::uuid, id, county_code, name, sex, township, village, title, employer, starts_on, ends_on
    FROM post_appointment WHERE id = ANY (${ids}::text[]::uuid[])`;
  await tx.postAppointment.updateMany({
    where: { id: { in: ids } },
    data: { noticeId: id, updatedAt: by.now, version: { increment: 1 } },
  });
}

/** Changes a notice at the version that was read. False when somebody else came first. */
export async function updateNotice(
  tx: Tx,
  { id, version }: Pick<NoticeRecord, "id" | "version">,
  data: Prisma.PostNoticeUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.postNotice.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export function leaveNoticeTrail(
  tx: Tx,
  actor: Actor,
  one: Pick<NoticeRecord, "id" | "countyCode">,
  event: { readonly action: string; readonly at: Date; readonly detail: Record<string, unknown> },
): Promise<void> {
  return leaveTrail(tx, {
    ...{ at: event.at, actorId: actor.userId, actorName: actor.name, action: event.action },
    ...{ subjectKind: "postNotice", subjectId: one.id, countyCode: one.countyCode },
    detail: event.detail,
  });
}
