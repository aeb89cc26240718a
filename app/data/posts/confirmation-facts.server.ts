import { confirmBlocks, type ConfirmBlock } from "~/domain/posts/confirmation";
import type { NoticeState } from "~/domain/posts/notice";
import type { Tx } from "~/platform/prisma/client.server";
import type { AppointmentRecord } from "./appointment-store.server";
import type { StandingObjection } from "./objection-store.server";

const WRITING = ["post.appoint", "post.change"];

/** Those of these appointments that the user has proposed or changed himself. */
export async function writtenBy(
  tx: Tx,
  appointments: readonly Pick<AppointmentRecord, "id" | "createdBy">[],
  userId: string,
): Promise<ReadonlySet<string>> {
  const events = await tx.trailEvent.findMany({
    where: {
      ...{ subjectKind: "postAppointment", action: { in: WRITING }, actorId: userId },
      subjectId: { in: appointments.map(({ id }) => id) },
    },
    select: { subjectId: true },
  });
  const created = appointments.filter(({ createdBy }) => createdBy === userId);
  return new Set([
    ...created.map(({ id }) => id),
    ...events.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId])),
  ]);
}

/** What keeps each of a notice's people from being confirmed by somebody. */
export function blocksOf(
  one: AppointmentRecord,
  notice: NoticeState | null,
  objections: readonly StandingObjection[],
  own: ReadonlySet<string>,
): readonly ConfirmBlock[] {
  const against = objections.filter((o) => o.appointmentId === null || o.appointmentId === one.id);
  const { state, isRemoved, verifiedCategory, quotaId } = one;
  return confirmBlocks({
    ...{ state, isRemoved, verifiedCategory, quotaId, notice },
    objections: against.map(({ outcome }) => outcome),
    isOwn: own.has(one.id),
  });
}
