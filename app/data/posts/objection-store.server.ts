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

/** False when there is none of the notice that is open. */
export async function decideObjection(
  tx: Tx,
  at: { readonly noticeId: string; readonly objectionId: string },
  form: DecisionForm & { readonly decidedOn: string },
  by: Pick<By, "userId" | "name">,
): Promise<boolean> {
  if (!isUuid(at.objectionId)) return false;
  const { outcome, decision, decidedOn } = form;
  const { count } = await tx.postObjection.updateMany({
    where: { id: at.objectionId, noticeId: at.noticeId, outcome: null },
    data: {
      ...{ outcome, decision, decidedOn: new Date(decidedOn) },
      ...{ decidedBy: by.userId, decidedByName: by.name },
    },
  });
  return count === 1;
}
