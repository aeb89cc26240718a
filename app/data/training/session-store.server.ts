import type { SessionForm } from "~/domain/training/session-form";
import type { TimetableSession } from "~/domain/training/timetable";
import { newId } from "~/platform/id.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A session as it is written and read back. */
export interface SessionRecord extends TimetableSession {
  readonly classId: string;
  readonly place: string;
  readonly teacher: string;
  readonly topic: string;
  readonly cancelReason: string;
  readonly version: number;
}

interface Origin {
  readonly classId: string;
  readonly countyCode: string;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** Writes new sessions; answers their ids in the same order. */
export async function insertSessions(
  tx: Tx,
  origin: Origin,
  sessions: readonly SessionForm[],
): Promise<readonly string[]> {
  const data = sessions.map((one) => ({
    ...one,
    ...origin,
    id: newId(),
    heldOn: new Date(one.heldOn),
  }));
  await tx.classSession.createMany({ data });
  return data.map(({ id }) => id);
}

/** The class's sessions in the order of time, also those that were cancelled. */
export async function findSessions(tx: Tx, classId: string): Promise<readonly SessionRecord[]> {
  const rows = await tx.classSession.findMany({
    where: { classId },
    orderBy: [{ heldOn: "asc" }, { startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ...{ id: row.id, classId: row.classId, startsAt: row.startsAt, endsAt: row.endsAt },
    ...{ place: row.place, teacher: row.teacher, topic: row.topic, version: row.version },
    heldOn: row.heldOn.toISOString().slice(0, 10),
    classHours: row.classHours.toNumber(),
    isCancelled: row.cancelledAt !== null,
    cancelReason: row.cancelReason ?? "",
  }));
}

/** One session of the class, or null when the class has none of this id. */
export async function findSession(
  tx: Tx,
  classId: string,
  id: string,
): Promise<SessionRecord | null> {
  if (!isUuid(id)) return null;
  return (await findSessions(tx, classId)).find((one) => one.id === id) ?? null;
}

/** False when somebody else changed the session after it was read. */
export async function changeSessionRow(
  tx: Tx,
  session: SessionRecord,
  form: SessionForm,
): Promise<boolean> {
  const { count } = await tx.classSession.updateMany({
    where: { id: session.id, version: session.version, cancelledAt: null },
    data: { ...form, heldOn: new Date(form.heldOn), version: { increment: 1 } },
  });
  return count === 1;
}

/** The session stays, struck through; false when somebody else changed it after it was read. */
export async function markCancelled(
  tx: Tx,
  session: SessionRecord,
  cancelReason: string,
  cancelledAt: Date,
): Promise<boolean> {
  const { count } = await tx.classSession.updateMany({
    where: { id: session.id, version: session.version, cancelledAt: null },
    data: { cancelledAt, cancelReason, version: { increment: 1 } },
  });
  return count === 1;
}

/** Whether somebody's attendance of the session has been entered. */
export async function hasAttendance(tx: Tx, sessionId: string): Promise<boolean> {
  return (
    (await tx.attendance.findFirst({ where: { sessionId }, select: { lineId: true } })) !== null
  );
}
