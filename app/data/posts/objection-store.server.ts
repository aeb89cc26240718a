import type { DecisionForm, ObjectionForm, ObjectionOutcome } from "~/domain/posts/objection";
import { newId } from "~/platform/id.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** An objection as it bears on confirming: against one person, or (null) the whole notice. */
export interface StandingObjection {
  readonly id: string;
  readonly appointmentId: string | null;
  /** Null while it is looked into. */
  readonly outcome: ObjectionOutcome | null;
}

interface By {
  readonly userId: string;
  readonly name: string;
  readonly now: Date;
}

export async function objectionsOf(tx: Tx, noticeId: string): Promise<StandingObjection[]> {
  const rows = await tx.postObjection.findMany({
    where: { noticeId },
    select: { id: true, appointmentId: true, outcome: true },
  });
  return rows.map((row) => ({ ...row, outcome: row.outcome as ObjectionOutcome | null }));
}

/**
 * Outcomes of what bears on confirming each of these appointments, by its id: against the person under any notice, also
 * a withdrawn one or one of a registration taken back, and against its own notice as a whole. Against a former notice
 * as a whole only what is not decided: a new notice mends what was wrong with that one.
 */
export async function objectionsAgainst(
  tx: Tx,
  appointmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly (ObjectionOutcome | null)[]>> {
  const rows = await tx.$queryRaw<{ id: string; outcome: ObjectionOutcome | null }[]>`
    SELECT DISTINCT a.id::text, o.id AS objection, o.outcome
    FROM post_appointment a JOIN post_appointment f ON f.person_id = a.person_id
      JOIN post_notice_person p ON p.appointment_id = f.id
      JOIN post_notice n ON n.id = p.notice_id
      JOIN post_objection o ON o.notice_id = n.id AND (o.appointment_id = f.id OR (o.appointment_id IS NULL
        AND (o.outcome IS NULL OR (n.id = a.notice_id AND n.state <> 'withdrawn'))))
    WHERE a.id = ANY (${appointmentIds}::text[]::uuid[])`;
  const found = new Map<string, (ObjectionOutcome | null)[]>();
  for (const { id, outcome } of rows) found.set(id, [...(found.get(id) ?? []), outcome]);
  return found;
}

/** The objection of a notice, held until the transaction ends; null when it has no such one. */
export async function findObjection(
  tx: Tx,
  at: { readonly noticeId: string; readonly objectionId: string },
): Promise<StandingObjection | null> {
  if (!isUuid(at.objectionId)) return null;
  await tx.$queryRaw`SELECT 1 FROM post_objection WHERE id = ${at.objectionId}::uuid FOR UPDATE`;
  const row = await tx.postObjection.findUnique({
    where: { id: at.objectionId, noticeId: at.noticeId },
    select: { id: true, appointmentId: true, outcome: true },
  });
  return row === null ? null : { ...row, outcome: row.outcome as ObjectionOutcome | null };
}

export async function saveObjection(
  tx: Tx,
  notice: { readonly id: string; readonly countyCode: string },
  { receivedOn, ...form }: ObjectionForm,
  by: By,
): Promise<void> {
  await tx.postObjection.create({
    data: {
      ...{ id: newId(), noticeId: notice.id, countyCode: notice.countyCode, ...form },
      receivedOn: new Date(receivedOn),
      ...{ recordedBy: by.userId, recordedByName: by.name, recordedAt: by.now },
    },
  });
}

/** Decides it, or decides it otherwise than before. */
export async function decideObjection(
  tx: Tx,
  objectionId: string,
  form: DecisionForm & { readonly decidedOn: string },
  by: Pick<By, "userId" | "name">,
): Promise<void> {
  const { outcome, decision, decidedOn } = form;
  await tx.postObjection.update({
    where: { id: objectionId },
    data: {
      ...{ outcome, decision, decidedOn: new Date(decidedOn) },
      ...{ decidedBy: by.userId, decidedByName: by.name },
    },
  });
}
