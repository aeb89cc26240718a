import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { MOST_SAMPLED } from "~/domain/evidence/spot-check";
import { partiesOf, type SupervisionParty } from "~/domain/evidence/supervision";
import { writeHours } from "~/domain/training/timetable";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findEvidenceClass } from "./evidence-class-store.server";
import { drawSpotCheck, type DrawnTrainee } from "./spot-check-draw.server";

export interface SupervisionFormPage {
  /** More than one: the official has to say in which capacity he comes. */
  readonly parties: readonly SupervisionParty[];
  readonly runsClass: boolean;
  readonly sessions: readonly { readonly id: string; readonly label: string }[];
  readonly headcount: number;
  readonly sampled: number;
  readonly trainees: readonly DrawnTrainee[];
}

/** What the form of a new record offers the official; null when he may not write one. */
export function viewSupervisionForm(
  actor: Actor,
  classId: string,
  asked: { readonly sampled: number; readonly today: string },
): Promise<SupervisionFormPage | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findEvidenceClass(tx, classId);
    if (one === null || !may(actor, "supervision.write", one.countyCode, asked.today)) return null;
    const sessions = await tx.classSession.findMany({
      where: { classId, cancelledAt: null },
      orderBy: [{ heldOn: "asc" }, { startsAt: "asc" }],
      select: { id: true, heldOn: true, startsAt: true, endsAt: true, topic: true },
    });
    const headcount =
      one.rosterId === null
        ? 0
        : await tx.rosterLine.count({ where: { rosterId: one.rosterId, removedAt: null } });
    const sampled = Math.min(asked.sampled, MOST_SAMPLED, headcount);
    const who = { classId, rosterId: one.rosterId, userId: actor.userId };
    const { trainees } = await drawSpotCheck(tx, who, sampled);
    return {
      parties: partiesOf(actor, one.countyCode, asked.today),
      runsClass: one.runBy.includes(actor.userId),
      sessions: sessions.map(({ id, heldOn, startsAt, endsAt, topic }) => ({
        id,
        label:
          `${heldOn.toISOString().slice(0, 10)} ${writeHours({ startsAt, endsAt })} ${topic}`.trim(),
      })),
      ...{ headcount, sampled, trainees },
    };
  });
}
