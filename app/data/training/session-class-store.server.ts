import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { className } from "~/domain/training/training-class";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A class as whoever writes its sessions, attendance and results needs it. */
export interface ClassRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly label: string;
  readonly completedOn: string | null;
  readonly version: number;
  readonly rosterId: string | null;
  readonly isSealed: boolean;
}

/** The class, held against other writers of it until the transaction ends; null out of scope. */
export async function lockClass(tx: Tx, id: string): Promise<ClassRecord | null> {
  if (!isUuid(id)) return null;
  // One at a time: what a form showed is compared with what stands when nobody else is writing.
  await tx.$queryRaw`SELECT 1 FROM training_class WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.trainingClass.findUnique({
    where: { id },
    select: {
      ...{ countyCode: true, name: true, term: true, completedOn: true, version: true },
      roster: { select: { id: true, state: true } },
    },
  });
  if (found === null) return null;
  const { countyCode, version, roster } = found;
  return {
    ...{ id, countyCode, version },
    label: className(found),
    completedOn: found.completedOn?.toISOString().slice(0, 10) ?? null,
    rosterId: roster?.id ?? null,
    isSealed: roster?.state === "sealed",
  };
}

/** The trail of what was done to a class. */
export function leaveClassTrail(
  tx: Tx,
  actor: Actor,
  one: Pick<ClassRecord, "id" | "countyCode" | "label">,
  event: { readonly action: string; readonly at: Date; readonly detail: object },
): Promise<void> {
  return leaveTrail(tx, {
    at: event.at,
    actorId: actor.userId,
    actorName: actor.name,
    action: event.action,
    subjectKind: "trainingClass",
    subjectId: one.id,
    countyCode: one.countyCode,
    detail: { class: one.label, ...event.detail },
  });
}

/** Sets or takes back the day of completion; false when somebody else changed the class first. */
export async function changeCompletion(
  tx: Tx,
  one: ClassRecord,
  completion: { readonly on: string; readonly by: string; readonly at: Date } | null,
): Promise<boolean> {
  const { count } = await tx.trainingClass.updateMany({
    where: { id: one.id, version: one.version },
    data: {
      completedOn: completion === null ? null : new Date(completion.on),
      completedBy: completion?.by ?? null,
      completedAt: completion?.at ?? null,
      version: { increment: 1 },
    },
  });
  return count === 1;
}
