import type { Actor } from "~/domain/access/actor";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Tx } from "~/platform/prisma/client.server";

/** What a trail event of employers, jobs, batches, fairs, workshops and students is about. */
export interface TrailSubject {
  readonly kind: "employer" | "vacancy" | "labourBatch" | "jobFair" | "workshop" | "student";
  readonly id: string;
  readonly countyCode: string;
  readonly label: string;
}

export function leaveWorkTrail(
  tx: Tx,
  actor: Actor,
  subject: TrailSubject,
  action: string,
  now: Date,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return leaveTrail(tx, {
    ...{ at: now, actorId: actor.userId, actorName: actor.name, action },
    subjectKind: subject.kind,
    subjectId: subject.id,
    countyCode: subject.countyCode,
    detail: { name: subject.label, ...detail },
  });
}
