import type { ObjectionOutcome, ObjectionWay } from "~/domain/posts/objection";
import type { Tx } from "~/platform/prisma/client.server";

export interface NoticeObjection {
  readonly id: string;
  /** Null: against the notice as a whole. */
  readonly person: string | null;
  readonly receivedOn: string;
  readonly way: ObjectionWay;
  readonly content: string;
  readonly outcome: ObjectionOutcome | null;
  readonly decision: string;
  readonly decidedOn: string | null;
  readonly decidedByName: string;
  readonly recordedByName: string;
}

/** The objections of a notice, the first received first. */
export async function listObjections(tx: Tx, noticeId: string): Promise<NoticeObjection[]> {
  const rows = await tx.postObjection.findMany({
    where: { noticeId },
    orderBy: [{ receivedOn: "asc" }, { id: "asc" }],
  });
  const against = await tx.postAppointment.findMany({
    where: { id: { in: rows.flatMap((row) => row.appointmentId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(against.map(({ id, name }) => [id, name]));
  return rows.map(({ id, appointmentId, content, decision, recordedByName, ...row }) => ({
    ...{ id, content, decision, recordedByName },
    person: appointmentId === null ? null : (names.get(appointmentId) ?? ""),
    receivedOn: row.receivedOn.toISOString().slice(0, 10),
    way: row.way as ObjectionWay,
    outcome: row.outcome as ObjectionOutcome | null,
    decidedOn: row.decidedOn?.toISOString().slice(0, 10) ?? null,
    decidedByName: row.decidedByName ?? "",
  }));
}
