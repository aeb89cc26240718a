import type { ObjectionOutcome, ObjectionWay } from "~/domain/posts/objection";
import type { Tx } from "~/platform/prisma/client.server";
import { noticedIds } from "./notice-people-store.server";

export interface NoticeObjection {
  readonly id: string;
  /** The earlier notice that it was against, where it is another than this. */
  readonly former: { readonly id: string; readonly title: string } | null;
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

/** The objections of a notice and those against its people under others, the first received first. */
export async function listObjections(tx: Tx, noticeId: string): Promise<NoticeObjection[]> {
  const told = await noticedIds(tx, noticeId);
  // Of the same people, also what was said against a registration taken back since.
  const people = await tx.postAppointment.findMany({
    where: { id: { in: told } },
    select: { personId: true },
  });
  const posts = await tx.postAppointment.findMany({
    where: { personId: { in: people.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const rows = await tx.postObjection.findMany({
    where: { OR: [{ noticeId }, { appointmentId: { in: posts.map(({ id }) => id) } }] },
    include: { notice: { select: { id: true, title: true } } },
    orderBy: [{ receivedOn: "asc" }, { id: "asc" }],
  });
  const names = new Map(posts.map(({ id, name }) => [id, name]));
  return rows.map(({ id, appointmentId, content, decision, recordedByName, notice, ...row }) => ({
    ...{ id, content, decision, recordedByName },
    former: notice.id === noticeId ? null : notice,
    person: appointmentId === null ? null : (names.get(appointmentId) ?? ""),
    receivedOn: row.receivedOn.toISOString().slice(0, 10),
    way: row.way as ObjectionWay,
    outcome: row.outcome as ObjectionOutcome | null,
    decidedOn: row.decidedOn?.toISOString().slice(0, 10) ?? null,
    decidedByName: row.decidedByName ?? "",
  }));
}
